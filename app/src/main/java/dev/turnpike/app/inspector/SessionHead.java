package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The head of a session in the list: chevron, folder, id, how many requests.
final class SessionHead extends HBox {
    private final StackPane chevron = new StackPane(Icon.of("chev-r", 12));
    private final Label name = Words.label("", "title", "strong");
    private final Label id = Words.fixed("", "num");
    private final Label count = Words.fixed("", "num");
    private final Label word = Words.fixed("", "caption");

    SessionHead() {
        getStyleClass().add("session-head");
        chevron.getStyleClass().add("chevron");
        HBox requests = new HBox(count, word);
        requests.getStyleClass().add("session-requests");
        getChildren().addAll(chevron, name, id, Words.gap(), requests);
    }

    void show(@Nullable SessionRow row) {
        name.textProperty().unbind();
        count.textProperty().unbind();
        word.textProperty().unbind();
        chevron.rotateProperty().unbind();
        if (row != null) {
            name.textProperty().bind(row.nameProperty());
            id.setText(row.shortId());
            count.textProperty().bind(row.requestsProperty().asString());
            word.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> Text.of(
                                    "traffic.session.requests",
                                    row.requestsProperty().get()),
                            row.requestsProperty()));
            chevron.rotateProperty()
                    .bind(Bindings.when(row.foldedProperty()).then(0).otherwise(90));
        }
    }
}
