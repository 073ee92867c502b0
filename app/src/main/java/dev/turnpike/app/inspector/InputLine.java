package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Words;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// One line of the input of a tool call: the sign of a diff, or the mark of a task, and the words.
final class InputLine extends HBox {
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

    InputLine(CallInput.Line line) {
        getStyleClass().add("diff-line");
        StackPane sign = new StackPane(
                line.mark().isPresent()
                        ? Shape.of(line.mark().get())
                        : Words.label(line.change().sign(), "diff-sign"));
        sign.getStyleClass().add("input-sign");
        getChildren().add(sign);
        if (!line.key().isEmpty()) {
            getChildren().add(Words.fixed(line.key(), "mono", "json-key", "input-key"));
        }
        getChildren().add(Words.fixed(line.text(), line.mark().isPresent() ? "input-task" : "mono"));
        switch (line.change()) {
            case ADDED -> pseudoClassStateChanged(ADDED, true);
            case REMOVED -> pseudoClassStateChanged(REMOVED, true);
            case SAME, CHANGED -> {}
        }
    }
}
