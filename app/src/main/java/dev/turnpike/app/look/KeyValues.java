package dev.turnpike.app.look;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names and their values, one a line; values can be selected and copied.
public final class KeyValues extends GridPane {
    private static final double KEY_WIDTH = 152;

    public KeyValues() {
        this(KEY_WIDTH);
    }

    /// Names in a column of another width.
    public KeyValues(double keyWidth) {
        getStyleClass().add("kv");
        ColumnConstraints keys = new ColumnConstraints(keyWidth);
        ColumnConstraints values = new ColumnConstraints(0, Region.USE_COMPUTED_SIZE, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(keys, values);
    }

    /// Adds words.
    public KeyValues add(String key, String value) {
        return add(key, selectable(value));
    }

    /// Adds machine text: a header, a path, an identifier.
    public KeyValues addMono(String key, String value) {
        TextField field = selectable(value);
        field.getStyleClass().add("mono");
        return add(key, field);
    }

    /// Adds anything.
    public KeyValues add(String key, Node value) {
        Label label = Words.label(key, "muted");
        label.setLabelFor(value);
        GridPane.setValignment(label, VPos.TOP);
        addRow(getRowCount(), label, value);
        return this;
    }

    /// Removes everything.
    public void clear() {
        getChildren().clear();
    }

    private static TextField selectable(String value) {
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("plain-text");
        return field;
    }
}
