package dev.turnpike.app.look;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The head of a room: its name, one muted sentence, acts at the right.
public final class RoomBar extends HBox {
    private final Label sentence;

    public RoomBar(String title, String sentence, Node... acts) {
        getStyleClass().add("room-bar");
        this.sentence = Words.label(sentence, "small", "muted");
        getChildren().addAll(Words.fixed(title, "title"), this.sentence, Words.gap());
        getChildren().addAll(acts);
    }

    /// What is said beside the name.
    public StringProperty sentenceProperty() {
        return sentence.textProperty();
    }
}
