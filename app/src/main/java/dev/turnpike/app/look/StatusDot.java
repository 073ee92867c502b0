package dev.turnpike.app.look;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A state as a shape, a colour and a word.
public final class StatusDot extends HBox {
    private final Label word = new Label();

    /// A state and the word for it.
    public StatusDot(Mark mark, String word) {
        getStyleClass().add("status-dot");
        setAccessibleRole(AccessibleRole.TEXT);
        show(mark, word);
    }

    /// Shows another state.
    public void show(Mark mark, String text) {
        word.setText(text);
        setAccessibleText(text);
        getChildren().setAll(Shape.of(mark), word);
    }

    /// Breaks a long word into lines where it is narrow.
    public StatusDot wrapped() {
        word.setWrapText(true);
        // a wrapped label would give up lines, not width
        word.setMinHeight(USE_PREF_SIZE);
        return this;
    }

    /// The word in the colour of its shape.
    public StatusDot tinted(Mark mark) {
        mark.tone().on(word);
        return this;
    }
}
