package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/// A value in one of two trees side by side. Elements of an array in which nothing stands out are one item, a run.
final class SideItem extends TreeItem<JsonRow> {
    private static final int LEAST_RUN = 3;

    private final JsonPath path;
    private final Marks marks;
    private final boolean changedOnly;
    private final boolean run;
    private boolean read;

    /// @param changedOnly what has not to do with any mark is left out
    SideItem(JsonRow row, JsonPath path, Marks marks, boolean changedOnly) {
        this(row, path, marks, changedOnly, false);
    }

    private SideItem(JsonRow row, JsonPath path, Marks marks, boolean changedOnly, boolean run) {
        super(row);
        this.path = path;
        this.marks = marks;
        this.changedOnly = changedOnly;
        this.run = run;
    }

    /// The way to it; of a run that to the array.
    JsonPath path() {
        return path;
    }

    boolean isRun() {
        return run;
    }

    /// The ways to the elements of a run.
    List<JsonPath> elements() {
        return getValue().children().stream().map(row -> path.child(row.name())).toList();
    }

    /// What tells it from all others, also when it is read anew.
    String key() {
        return run ? path.text() + " " + getValue().name() : path.text();
    }

    /// One of the paths leads into it.
    boolean isHolding(Set<JsonPath> paths) {
        return !isLeaf()
                && paths.contains(path)
                && getChildren().stream()
                        .anyMatch(child -> child instanceof SideItem item && !item.run && paths.contains(item.path));
    }

    /// It is where that path leads, not a run on the way.
    boolean isAt(JsonPath other) {
        return !run && path.equals(other);
    }

    /// The item in it that is or holds that value; null where there is none.
    @Nullable
    SideItem towards(JsonPath goal) {
        if (isLeaf()) {
            return null;
        }
        for (TreeItem<JsonRow> child : getChildren()) {
            if (child instanceof SideItem item && item.leadsTo(goal)) {
                return item;
            }
        }
        return null;
    }

    private boolean leadsTo(JsonPath goal) {
        return run ? elements().contains(goal.first(path.steps().size() + 1)) : path.holds(goal);
    }

    @Override
    public boolean isLeaf() {
        return !getValue().isBranch();
    }

    @Override
    public ObservableList<TreeItem<JsonRow>> getChildren() {
        if (!read) {
            read = true;
            super.getChildren().setAll(items());
        }
        return super.getChildren();
    }

    private List<SideItem> items() {
        List<JsonRow> rows = getValue().children();
        if (changedOnly && !run) {
            rows = rows.stream()
                    .filter(row -> marks.concerns(path.child(row.name())))
                    .toList();
        }
        boolean array = getValue().kind() == JsonRow.Kind.ARRAY && !run;
        List<JsonRow> all = rows;
        boolean standsOut = array && all.stream().anyMatch(this::standsOut);
        if (!standsOut) {
            return all.stream().map(this::item).toList();
        }
        List<SideItem> items = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            int from = at;
            int end = IntStream.range(from, all.size())
                    .filter(i -> standsOut(all.get(i)))
                    .findFirst()
                    .orElse(all.size());
            if (end - from >= LEAST_RUN) {
                items.add(new SideItem(JsonRow.run(all.subList(from, end)), path, marks, changedOnly, true));
            } else {
                all.subList(from, end).forEach(row -> items.add(item(row)));
            }
            if (end < all.size()) {
                items.add(item(all.get(end)));
            }
            at = end + 1;
        }
        return items;
    }

    private boolean standsOut(JsonRow row) {
        return marks.first().contains(path.child(row.name()));
    }

    private SideItem item(JsonRow row) {
        return new SideItem(row, path.child(row.name()), marks, changedOnly);
    }
}
