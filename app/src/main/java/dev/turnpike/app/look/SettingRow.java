package dev.turnpike.app.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A setting: its name, a second line, and its controls at the right.
public final class SettingRow extends HBox {
    private final Label second = Words.wrapped("", "small", "muted");
    private final String usual;

    public SettingRow(String title, String second, Node... controls) {
        getStyleClass().add("setting-row");
        this.usual = second;
        Label name = Words.wrapped(title);
        VBox words = new VBox(name, this.second);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox right = new HBox(controls);
        right.getStyleClass().add("setting-controls");
        if (controls.length > 0) {
            name.setLabelFor(controls[controls.length - 1]);
        }
        getChildren().addAll(words, right);
        this.second.managedProperty().bind(this.second.textProperty().isNotEmpty());
        settled();
    }

    /// A setting without a second line.
    public static SettingRow of(String title, Node... controls) {
        return new SettingRow(title, "", controls);
    }

    /// Says what is wrong with the setting in place of the second line.
    public void failed(String sentence) {
        second.setText(sentence);
        Tone.DANGER.on(second);
    }

    /// Says another second line.
    public void say(String sentence) {
        second.setText(sentence);
        Tone.MUTED.on(second);
    }

    /// Nothing is wrong any more.
    public void settled() {
        say(usual);
    }
}
