package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import java.util.Locale;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A line of a tree of JSON: name and value.
class JsonCell extends TreeCell<JsonRow> {
    private final Label key = Words.fixed("", "mono", "json-key");
    private final Label value = Words.label("", "mono");
    private final HBox line = new HBox(key, value);

    JsonCell() {
        line.getStyleClass().add("json-line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable JsonRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String words = words(row);
        key.setText(row.name());
        key.setVisible(!row.name().isEmpty());
        key.setManaged(!row.name().isEmpty());
        value.setText(words);
        value.getStyleClass().removeIf(style -> style.startsWith("json-"));
        value.getStyleClass().add(style(row));
        setGraphic(line);
        setAccessibleText(row.name() + " " + words);
    }

    /// The style class of a value.
    static String style(JsonRow row) {
        return row.isBranch() ? "json-mark" : "json-" + row.kind().name().toLowerCase(Locale.ROOT);
    }

    /// What stands behind the name.
    protected String words(JsonRow row) {
        return row.words();
    }
}
