package dev.turnpike.app.look;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A command to type in a terminal, with a button that copies it.
public final class CommandBox extends HBox {
    public CommandBox(String command) {
        getStyleClass().add("command-box");
        Label text = Words.label(command, "mono");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Words.fixed("$", "mono", "subtle"), text, CopyButton.of(() -> command));
    }
}
