package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.ModelCatalog;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that is answered without an upstream: health, models, metrics.
final class SideReplies {
    private final String version;
    private final Supplier<Optional<String>> accessKey;
    private final Supplier<ModelCatalog> models;
    private final Supplier<String> metrics;

    SideReplies(
            String version,
            Supplier<Optional<String>> accessKey,
            Supplier<ModelCatalog> models,
            Supplier<String> metrics) {
        this.version = version;
        this.accessKey = accessKey;
        this.models = models;
        this.metrics = metrics;
    }

    /// @param headOnly the client wants no body
    void answer(Target target, ServerRequest request, ServerResponse response, boolean headOnly) {
        if (headOnly) {
            // what a HEAD would say of the body is not worth making it
            response.send();
            return;
        }
        switch (target.kind()) {
            case HEALTH -> {
                Optional<String> nonce = request.query().first("nonce").asOptional();
                Answers.json(response, 200, Headers.empty(), HealthReply.json(version, nonce, accessKey.get()));
            }
            case METRICS -> text(response, "text/plain; version=0.0.4; charset=utf-8", metrics.get());
            case ROOT -> text(response, "text/plain; charset=utf-8", "Turnpike " + version + "\n");
            case MODELS -> Answers.json(response, 200, Headers.empty(), ModelReplies.list(models.get()));
            case MODEL ->
                models.get()
                        .find(target.model())
                        .ifPresentOrElse(
                                card -> Answers.json(response, 200, Headers.empty(), ModelReplies.one(card)),
                                () -> Answers.error(
                                        response,
                                        Headers.empty(),
                                        ApiError.of(404, "no channel has a model " + target.model())));
            case MESSAGES, COUNT_TOKENS, UNKNOWN -> throw new IllegalArgumentException(target.toString());
        }
    }

    private static void text(ServerResponse response, String type, String text) {
        response.header("content-type", type);
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
