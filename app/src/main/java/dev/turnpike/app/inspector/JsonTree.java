package dev.turnpike.app.inspector;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

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
}
