package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// JSON as a tree of lines of 20. What is long is folded, and what is large is read in the background.
final class JsonTree extends TreeView<JsonLine> {
    private static final double LINE = 20;
    private static final double LETTER = 7.2;
    private static final double EDGES = 80;
    private static final int NARROWEST = 30;
    private static final int WIDEST = 400;
    private static final int ABOVE = 3;
    /// An object of few values is open at once.
    private static final int FEW = 40;
    /// So many lines are opened at once at most.
    private static final int MOST_OPENED = 2_000;

    private final WorkRunner work;
    private final JsonItem.Means means;
    private List<JsonRow> roots = List.of();
    private @Nullable Pattern wanted;
    private int asked;

    JsonTree(WorkRunner work) {
        this.work = work;
        means = new JsonItem.Means(work, this::columns);
        getStyleClass().add("json-tree");
        setFixedCellSize(LINE);
        setShowRoot(false);
        setCellFactory(_ -> new JsonLineCell(this));
        // not as its own menu: the keys of that would work in the whole window
        ContextMenu menu = JsonMenu.of(this);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private int columns() {
        return Math.clamp((int) ((getWidth() - EDGES) / LETTER), NARROWEST, WIDEST);
    }

    /// Shows these values, of a single one what is in it. Its children have been read.
    void show(List<JsonRow> values) {
        asked++;
        roots = List.copyOf(values);
        setRoot(tree(roots));
    }

    /// Shows the same further on; what was open, selected and in sight is so again.
    void showAgain(List<JsonRow> values) {
        Set<String> open = new HashSet<>();
        collect(getRoot(), open);
        String selected = getSelectionModel().getSelectedItem() instanceof JsonItem item ? item.key() : "";
        int top = top();
        show(values);
        reopen(getRoot(), open, selected);
        if (top > 0) {
            scrollTo(top);
        }
    }

    private TreeItem<JsonLine> tree(List<JsonRow> values) {
        if (values.size() == 1 && values.getFirst().isBranch()) {
            JsonRow value = values.getFirst();
            boolean few = value.children().size() <= FEW;
            JsonItem item =
                    new JsonItem(new JsonLine.Value(few ? value : value.named("body"), 0, JsonPath.ROOT), means);
            item.setExpanded(true);
            return few ? item : above(List.of(item));
        }
        return above(java.util.stream.IntStream.range(0, values.size())
                .mapToObj(i -> new JsonItem(new JsonLine.Value(values.get(i), i, JsonPath.ROOT), means))
                .toList());
    }

    private static TreeItem<JsonLine> above(List<JsonItem> items) {
        TreeItem<JsonLine> root = new TreeItem<>(new JsonLine.Note(""));
        root.getChildren().setAll(items);
        root.setExpanded(true);
        return root;
    }

    private static void collect(@Nullable TreeItem<JsonLine> above, Set<String> open) {
        if (above != null && above.isExpanded() && !above.isLeaf()) {
            if (above instanceof JsonItem item) {
                open.add(item.key());
            }
            above.getChildren().forEach(child -> collect(child, open));
        }
    }

    private void reopen(TreeItem<JsonLine> above, Set<String> open, String selected) {
        for (TreeItem<JsonLine> child : List.copyOf(above.getChildren())) {
            if (child instanceof JsonItem item) {
                String key = item.key();
                if (open.contains(key)) {
                    item.load(() -> {
                        item.setExpanded(true);
                        reopen(item, open, selected);
                    });
                }
                if (key.equals(selected)) {
                    getSelectionModel().select(item);
                }
            }
        }
    }

    private int top() {
        IndexedCell<?> first =
                lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow.getFirstVisibleCell() : null;
        return first == null ? 0 : first.getIndex();
    }

    /// What it shows.
    List<JsonRow> roots() {
        return roots;
    }

    /// What is searched for is marked in every line; null where nothing is.
    void mark(@Nullable Pattern pattern) {
        wanted = pattern;
        refresh();
    }

    @Nullable
    Pattern wanted() {
        return wanted;
    }

    /// Opens the way to a place, selects it and brings it into sight.
    void reveal(JsonHit hit) {
        asked++;
        TreeItem<JsonLine> root = getRoot();
        if (root instanceof JsonItem item) {
            walk(item, hit, 0, asked);
        } else if (root != null
                && hit.root() < root.getChildren().size()
                && root.getChildren().get(hit.root()) instanceof JsonItem item) {
            walk(item, hit, 0, asked);
        }
    }

    private void walk(JsonItem at, JsonHit hit, int depth, int mine) {
        List<String> steps = hit.path().steps();
        boolean there = depth == steps.size() && !(at.getValue() instanceof JsonLine.Run);
        if (there && (hit.offset() < 0 || at.isLeaf())) {
            bring(at);
            return;
        }
        at.load(() -> {
            if (mine != asked) {
                return;
            }
            at.setExpanded(true);
            JsonItem next = there ? null : at.towards(steps.get(depth));
            if (there) {
                bring(at.lineAt(hit.offset()));
            } else if (next != null) {
                walk(next, hit, next.getValue() instanceof JsonLine.Run ? depth : depth + 1, mine);
            }
        });
    }

    private void bring(JsonItem item) {
        getSelectionModel().select(item);
        int row = getRow(item);
        int top = top();
        if (row >= 0 && (row < top || (row - top + 1) * LINE > getHeight())) {
            scrollTo(Math.max(0, row - ABOVE));
        }
    }

    /// Opens everything in the selected line, as far as that is not very much.
    void expandAll() {
        JsonItem item = selected();
        JsonLine.Value value = selectedValue();
        if (item != null && value != null) {
            int mine = ++asked;
            work.run(
                    () -> read(value.row(), MOST_OPENED),
                    _ -> {
                        if (mine == asked) {
                            expand(item, MOST_OPENED);
                        }
                    },
                    _ -> {});
        }
    }

    /// Reads what would be opened; gives how many lines may follow.
    private static int read(JsonRow row, int room) {
        if (!row.isBranch() || room <= 0) {
            return room;
        }
        List<JsonRow> rows = row.children();
        int left = room - rows.size();
        for (JsonRow child : rows) {
            left = read(child, left);
        }
        return left;
    }

    private static int expand(JsonItem item, int room) {
        boolean branch = item.getValue() instanceof JsonLine.Run
                || (item.getValue() instanceof JsonLine.Value value
                        && value.row().isBranch());
        if (!branch || item.isLeaf() || room <= 0) {
            return room;
        }
        item.setExpanded(true);
        int left = room - item.getChildren().size();
        for (TreeItem<JsonLine> child : List.copyOf(item.getChildren())) {
            left = child instanceof JsonItem inner ? expand(inner, left) : left;
        }
        return left;
    }

    /// Folds the selected line and everything in it.
    void collapseAll() {
        JsonItem item = selected();
        if (item != null) {
            collapse(item);
        }
    }

    private static void collapse(TreeItem<JsonLine> item) {
        if (item.isExpanded()) {
            item.getChildren().forEach(JsonTree::collapse);
            item.setExpanded(false);
        }
    }

    /// The selected line; null where none is.
    @Nullable
    JsonItem selected() {
        return getSelectionModel().getSelectedItem() instanceof JsonItem item ? item : null;
    }

    /// The value that the selected line is or is a part of; null where there is none.
    JsonLine.@Nullable Value selectedValue() {
        JsonItem item = selected();
        return item == null ? null : item.value();
    }

    WorkRunner work() {
        return work;
    }

    /// Opens or folds the line, or shows more of a string.
    void act(JsonItem item) {
        if (item.getValue() instanceof JsonLine.More) {
            int row = getRow(item);
            if (item.getParent() instanceof JsonItem above) {
                above.more();
                getSelectionModel().clearAndSelect(row);
            }
        } else if (!item.isLeaf()) {
            item.setExpanded(!item.isExpanded());
        }
    }

    private void key(KeyEvent event) {
        JsonItem item = selected();
        if (item == null) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER && !event.isAltDown() && !event.isShortcutDown()) {
            act(item);
        } else if (code == KeyCode.RIGHT && event.isAltDown()) {
            expandAll();
        } else if (code == KeyCode.LEFT && event.isAltDown()) {
            collapseAll();
        } else if (code == KeyCode.C && event.isShortcutDown()) {
            JsonMenu.copy(this, JsonMenu.Form.VALUE);
        } else {
            return;
        }
        event.consume();
    }
}
