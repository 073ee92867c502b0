package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import java.util.List;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// JSON as a tree of lines of 20.
final class JsonTree extends TreeView<JsonRow> {
    private static final double LINE = 20;
    /// An object of few values is open at once.
    private static final int FEW = 40;

    JsonTree() {
        getStyleClass().add("json-tree");
        setFixedCellSize(LINE);
        setShowRoot(false);
        setCellFactory(_ -> new JsonCell());
    }

    /// Shows these rows.
    void show(List<JsonRow> rows) {
        TreeItem<JsonRow> root = new TreeItem<>();
        rows.forEach(row -> root.getChildren().add(new Branch(row)));
        if (rows.size() == 1 && rows.getFirst().isBranch()) {
            root.getChildren().getFirst().setExpanded(true);
        }
        setRoot(root);
        setShowRoot(false);
    }

    /// The first level of one value, as it is mostly looked at.
    void show(JsonRow value) {
        List<JsonRow> rows = value.isBranch() ? value.children() : List.of(value);
        show(rows.size() > FEW ? List.of(value.named("body")) : rows);
    }

    /// An item that reads its children when it is opened.
    private static final class Branch extends TreeItem<JsonRow> {
        private boolean read;

        Branch(JsonRow row) {
            super(row);
        }

        @Override
        public boolean isLeaf() {
            return !getValue().isBranch();
        }

        @Override
        public ObservableList<TreeItem<JsonRow>> getChildren() {
            if (!read) {
                read = true;
                super.getChildren()
                        .setAll(getValue().children().stream().map(Branch::new).toList());
            }
            return super.getChildren();
        }
    }

    private static final class JsonCell extends TreeCell<JsonRow> {
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
            key.setText(row.name());
            key.setVisible(!row.name().isEmpty());
            key.setManaged(!row.name().isEmpty());
            value.setText(row.words());
            value.getStyleClass().removeIf(style -> style.startsWith("json-"));
            value.getStyleClass()
                    .add(
                            row.isBranch()
                                    ? "json-mark"
                                    : "json-" + row.kind().name().toLowerCase(Locale.ROOT));
            setGraphic(line);
            setAccessibleText(row.name() + " " + row.words());
        }
    }
}
