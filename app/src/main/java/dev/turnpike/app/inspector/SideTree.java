package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// One of two bodies side by side: JSON as lines of 20, filled by what became of them.
final class SideTree extends TreeView<JsonRow> {
    static final double LINE = 20;
    private static final int ABOVE = 3;
    private static final Map<Change, PseudoClass> FILLS = fills();

    private Marks marks = Marks.NONE;
    private final Map<JsonPath, Integer> places = new HashMap<>();
    private boolean placed;
    private int version;

    SideTree(String name) {
        getStyleClass().addAll("json-tree", "side-tree");
        setAccessibleText(name);
        setFixedCellSize(LINE);
        setShowRoot(false);
        setMinSize(0, 0);
        setPrefWidth(0);
        setCellFactory(_ -> new SideCell());
    }

    private static Map<Change, PseudoClass> fills() {
        Map<Change, PseudoClass> fills = new HashMap<>();
        for (Change change : Change.values()) {
            fills.put(change, PseudoClass.getPseudoClass(change.name().toLowerCase(Locale.ROOT)));
        }
        return fills;
    }

    /// Shows a body, open where each kind of mark stands first.
    void show(JsonRow body, Marks shown, boolean changedOnly) {
        fill(body, shown, changedOnly);
        open(getRoot(), shown.open());
    }

    /// Shows the same body another way or further on; what was open, selected and in sight is so again.
    void showAgain(JsonRow body, Marks shown, boolean changedOnly) {
        Set<String> open = new HashSet<>();
        collect(getRoot(), open);
        TreeItem<JsonRow> chosen = getSelectionModel().getSelectedItem();
        int top = (int) Math.round(offset() / LINE);
        @Nullable JsonPath first = top > 0 && getTreeItem(top) instanceof SideItem item ? item.path() : null;
        fill(body, shown, changedOnly);
        reopen(getRoot(), open);
        if (chosen instanceof SideItem item) {
            select(item.path());
        }
        int row = first == null ? 0 : rowOf(first);
        if (row > 0) {
            scrollTo(row);
        }
    }

    private void fill(JsonRow body, Marks shown, boolean changedOnly) {
        marks = shown;
        SideItem root = new SideItem(body, JsonPath.ROOT, shown, changedOnly);
        root.setExpanded(true);
        root.addEventHandler(TreeItem.<JsonRow>expandedItemCountChangeEvent(), _ -> unplace());
        unplace();
        setRoot(root);
    }

    private void unplace() {
        placed = false;
        version++;
    }

    /// Another one whenever rows come, go or are folded.
    int version() {
        return version;
    }

    private static void open(TreeItem<JsonRow> above, Set<JsonPath> ways) {
        for (TreeItem<JsonRow> child : above.getChildren()) {
            if (child instanceof SideItem item && !item.isRun() && item.isHolding(ways)) {
                item.setExpanded(true);
                open(item, ways);
            }
        }
    }

    private static void collect(@Nullable TreeItem<JsonRow> above, Set<String> open) {
        if (above instanceof SideItem parent && parent.isExpanded() && !parent.isLeaf()) {
            open.add(parent.key());
            parent.getChildren().forEach(child -> collect(child, open));
        }
    }

    private static void reopen(TreeItem<JsonRow> above, Set<String> open) {
        for (TreeItem<JsonRow> child : above.getChildren()) {
            if (child instanceof SideItem item && open.contains(item.key())) {
                item.setExpanded(true);
                reopen(item, open);
            }
        }
    }

    /// Opens the way to a value, selects it and brings it into sight.
    void reveal(JsonPath path) {
        TreeItem<JsonRow> at = getRoot();
        SideItem next = at instanceof SideItem root ? root.towards(path) : null;
        while (next != null) {
            if (!at.isExpanded()) {
                at.setExpanded(true);
            }
            at = next;
            next = next.isAt(path) ? null : next.towards(path);
        }
        select(path);
        int row = rowOf(path);
        double top = row * LINE;
        if (row >= 0 && (top < offset() || top + LINE > offset() + getHeight())) {
            scrollTo(Math.max(0, row - ABOVE));
        }
    }

    private void select(JsonPath path) {
        int row = rowOf(path);
        if (row >= 0) {
            getSelectionModel().clearAndSelect(row);
            getFocusModel().focus(row);
        } else {
            getSelectionModel().clearSelection();
        }
    }

    /// The row of a value, or of the folded one that holds it; -1 where there is none.
    int rowOf(JsonPath path) {
        if (!placed) {
            placed = true;
            places.clear();
            place(getRoot(), -1);
        }
        JsonPath at = path;
        while (!at.isRoot()) {
            Integer row = places.get(at);
            if (row != null) {
                return row;
            }
            at = at.parent();
        }
        return -1;
    }

    /// @return the row of the last line in it
    private int place(@Nullable TreeItem<JsonRow> item, int row) {
        int last = row;
        if (item instanceof SideItem side) {
            if (side.isRun()) {
                if (!side.isExpanded()) {
                    side.elements().forEach(path -> places.put(path, row));
                }
            } else {
                places.put(side.path(), row);
            }
            if (side.isExpanded() && !side.isLeaf()) {
                for (TreeItem<JsonRow> child : side.getChildren()) {
                    last = place(child, last + 1);
                }
            }
        }
        return last;
    }

    /// The path of the selected row; null where none is.
    @Nullable
    JsonPath selectedPath() {
        return getSelectionModel().getSelectedItem() instanceof SideItem item && !item.isRun() ? item.path() : null;
    }

    /// How far it is scrolled, in pixels.
    double offset() {
        IndexedCell<?> first =
                lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow.getFirstVisibleCell() : null;
        return first == null ? 0 : Math.max(0, first.getIndex() * LINE - first.getLayoutY());
    }

    /// The paths of the rows, each of a run by its first one.
    List<JsonPath> rows() {
        List<JsonPath> rows = new ArrayList<>();
        for (int i = 0; i < getExpandedItemCount(); i++) {
            if (getTreeItem(i) instanceof SideItem item) {
                rows.add(item.isRun() ? item.elements().getFirst() : item.path());
            }
        }
        return rows;
    }

    private final class SideCell extends JsonCell {
        @Override
        protected void updateItem(@Nullable JsonRow row, boolean empty) {
            super.updateItem(row, empty);
            Change change = getTreeItem() instanceof SideItem item && !empty && !item.isRun()
                    ? marks.of(item.path()).orElse(null)
                    : null;
            FILLS.forEach((one, fill) -> pseudoClassStateChanged(fill, one == change));
        }

        @Override
        protected String words(JsonRow row) {
            return row.isBranch()
                            && !row.hint().isEmpty()
                            && !row.name().isEmpty()
                            && Character.isDigit(row.name().charAt(0))
                    ? row.hint()
                    : row.words();
        }
    }
}
