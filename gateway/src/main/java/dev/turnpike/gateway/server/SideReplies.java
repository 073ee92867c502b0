package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.ModelCatalog;
import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Everything that is answered without an upstream: health, models, metrics.
final class SideReplies {
    private final String version;
    private final Supplier<Optional<String>> accessKey;
    private final Function<Optional<String>, Optional<ModelCatalog>> models;
    private final Supplier<String> metrics;

    SideReplies(
            String version,
            Supplier<Optional<String>> accessKey,
            Function<Optional<String>, Optional<ModelCatalog>> models,
            Supplier<String> metrics) {
        this.version = version;
        this.accessKey = accessKey;
        this.models = models;
        this.metrics = metrics;
    }

    void answer(Target target, ServerRequest request, Answers answers) {
        switch (target.kind()) {
            case HEALTH -> {
                Optional<String> nonce = request.query().first("nonce").asOptional();
                answers.json(200, Headers.empty(), HealthReply.json(version, nonce, accessKey.get()));
            }
            case METRICS -> answers.text("text/plain; version=0.0.4; charset=utf-8", metrics.get());
            case ROOT -> answers.text("text/plain; charset=utf-8", "Turnpike " + version + "\n");
            case MODELS, MODEL ->
                models.apply(target.pin())
                        .ifPresentOrElse(
                                catalog -> models(target, catalog, request, answers),
                                () -> answers.refuse(
                                        404,
                                        "there is no channel " + target.pin().orElse("")));
            case MESSAGES, COUNT_TOKENS, UNKNOWN -> throw new IllegalArgumentException(target.toString());
        }
    }

    private static void models(Target target, ModelCatalog catalog, ServerRequest request, Answers answers) {
        if (target.kind() == Target.Kind.MODELS) {
            list(catalog, request.query(), answers);
            return;
        }
        catalog.find(target.model())
                .ifPresentOrElse(
                        card -> answers.json(200, Headers.empty(), ModelReplies.one(card)),
                        () -> answers.refuse(404, "no channel has a model " + target.model()));
    }

    private static void list(ModelCatalog catalog, UriQuery query, Answers answers) {
        try {
            ModelPage page = ModelPage.of(
                    catalog.cards(),
                    query.first("limit").asOptional(),
                    query.first("after_id").asOptional(),
                    query.first("before_id").asOptional());
            answers.json(200, Headers.empty(), ModelReplies.list(page));
        } catch (MalformedRequest e) {
            answers.refuse(400, String.valueOf(e.getMessage()));
        }
    }
}
