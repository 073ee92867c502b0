package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedExchange;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the client sent: line, header fields, body.
final class RequestView extends VBox {
    private final VBox top = new VBox();
    private final BodyView body;
    private @Nullable ExchangeId shown;
    private Body.Keeping keeping = Body.Keeping.WHOLE;

    RequestView(WorkRunner work) {
        getStyleClass().add("detail-tab");
        body = new BodyView(work, Text.of("traffic.body.title"));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(top, body);
    }

    void show(RecordedExchange exchange) {
        if (exchange.summary().id().equals(shown) && exchange.body().keeping() == keeping) {
            return;
        }
        shown = exchange.summary().id();
        keeping = exchange.body().keeping();
        top.getChildren()
                .setAll(
                        Words.label(Text.of("traffic.request.line", exchange.path()), "mono", "request-line"),
                        HeaderFold.of(
                                Text.of(
                                        "traffic.request.headers",
                                        exchange.headers().fields().size()),
                                exchange.headers()));
        body.show(exchange.body());
    }
}
