package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.Resender.Resend;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.Optional;
import java.util.Set;

/// Which recorded request can be sent again, and how it was made.
final class ResendRules {
    private static final String ROOT = "/v1/";

    /// What the connection of its time said, and who asked then.
    private static final Set<String> NOT_AGAIN = Set.of(
            "host",
            "content-length",
            "connection",
            "transfer-encoding",
            "accept-encoding",
            "expect",
            "te",
            "trailer",
            "upgrade",
            "keep-alive",
            RecordedExchange.RESENT_FROM);

    private static final String MASKED = "••••";

    private ResendRules() {}

    /// Why it cannot be sent again, a sentence; empty where it can.
    static Optional<String> refusal(RecordedExchange exchange) {
        Body body = exchange.body();
        if (body.isRedacted()) {
            return Optional.of(Text.of("traffic.resend.redacted"));
        }
        if (body.keeping() != Body.Keeping.WHOLE || body.size() == 0) {
            return Optional.of(Text.of("traffic.resend.gone", Figures.bytes(body.size())));
        }
        return Optional.empty();
    }

    /// The request as it was, without what is recorded of it only in part.
    static Resend of(RecordedExchange exchange) {
        Headers headers = exchange.headers().where(name -> !NOT_AGAIN.contains(name));
        Headers whole = new Headers(headers.fields().stream()
                .filter(field -> !field.value().contains(MASKED))
                .toList());
        int root = exchange.path().indexOf(ROOT);
        return new Resend(
                exchange.summary().id(),
                root < 0 ? exchange.path() : exchange.path().substring(root),
                whole,
                exchange.body().bytes());
    }
}
