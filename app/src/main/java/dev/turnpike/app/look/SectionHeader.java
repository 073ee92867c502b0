package dev.turnpike.app.look;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The head of a section: its name, one muted sentence, acts at the right.
public final class SectionHeader extends HBox {
    private final Label sentence;

    public SectionHeader(String title, String sentence, Node... acts) {
        getStyleClass().add("section");
        this.sentence = Words.label(sentence, "small", "muted");
        getChildren().addAll(Words.fixed(title, "strong"), this.sentence, Words.gap());
        getChildren().addAll(acts);
    }

    /// What is said beside the name.
    public StringProperty sentenceProperty() {
        return sentence.textProperty();
    }

    /// Puts a chip or another small part right behind the name.
    public SectionHeader with(Node part) {
        getChildren().add(1, part);
        return this;
    }
}
