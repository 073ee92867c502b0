package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/// A line of a tree of JSON that reads what is in it when it is opened: at once where that is little, else in the
/// background.
final class JsonItem extends TreeItem<JsonLine> {
    /// A branch with more values shows them in runs of so many.
    static final int RUN = 1_000;
    /// So many lines of a string come at a time.
    static final int LINES = 200;
    /// Beyond that many lines a place in a string is not looked for.
    private static final int MOST_LINES = 20_000;

    private final Means means;
    private final List<Runnable> waiting = new ArrayList<>();
    private State state = State.CLOSED;
    private @Nullable StringLines lines;

    private enum State {
        CLOSED,
        READING,
        READ
    }

    /// What an item reads with.
    ///
    /// @param columns how many characters a line of a string may have
    record Means(WorkRunner work, IntSupplier columns) {}

    JsonItem(JsonLine line, Means means) {
        super(line);
        this.means = means;
    }

    @Override
    public boolean isLeaf() {
        return switch (getValue()) {
            case JsonLine.Value value -> !value.opens();
            case JsonLine.Run _ -> false;
            case JsonLine.Words _, JsonLine.More _, JsonLine.Note _ -> true;
        };
    }

    @Override
    public ObservableList<TreeItem<JsonLine>> getChildren() {
        if (state != State.READ && state != State.READING) {
            load(() -> {});
        }
        return super.getChildren();
    }

    /// Reads what is in it, if that has not been done, and goes on then.
    void load(Runnable then) {
        if (state == State.READ || isLeaf()) {
            then.run();
            return;
        }
        waiting.add(then);
        if (state == State.READING) {
            return;
        }
        state = State.READING;
        switch (getValue()) {
            case JsonLine.Value value when value.row().isBranch() -> branch(value);
            case JsonLine.Value value -> string(value.row());
            case JsonLine.Run run -> fill(values(run.rows(), run.root(), run.path()));
            case JsonLine.Words _, JsonLine.More _, JsonLine.Note _ -> {}
        }
    }

    private void branch(JsonLine.Value value) {
        JsonRow row = value.row();
        if (row.isRead()) {
            fill(items(value, row.children()));
        } else {
            note("traffic.json.reading");
            means.work().run(row::children, rows -> fill(items(value, rows)), _ -> note("traffic.body.failed"));
        }
    }

    private void string(JsonRow row) {
        if (row.isRead()) {
            string(row.text());
        } else {
            note("traffic.json.reading");
            means.work().run(row::text, this::string, _ -> note("traffic.body.failed"));
        }
    }

    private void string(String text) {
        StringLines cut = new StringLines(text, means.columns().getAsInt());
        lines = cut;
        fill(words(cut));
    }

    private void note(String key) {
        super.getChildren().setAll(List.of(new JsonItem(new JsonLine.Note(Text.of(key)), means)));
    }

    private void fill(List<JsonItem> items) {
        state = State.READ;
        super.getChildren().setAll(items);
        List<Runnable> told = List.copyOf(waiting);
        waiting.clear();
        told.forEach(Runnable::run);
    }

    private List<JsonItem> items(JsonLine.Value value, List<JsonRow> rows) {
        if (rows.size() <= 2 * RUN) {
            return values(rows, value.root(), value.path());
        }
        List<JsonItem> runs = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += RUN) {
            List<JsonRow> part = rows.subList(from, Math.min(rows.size(), from + RUN));
            String name = part.getFirst().name() + " – " + part.getLast().name();
            runs.add(new JsonItem(new JsonLine.Run(name, part, value.root(), value.path()), means));
        }
        return runs;
    }

    private List<JsonItem> values(List<JsonRow> rows, int root, JsonPath above) {
        return rows.stream()
                .map(row -> new JsonItem(new JsonLine.Value(row, root, above.child(row.name())), means))
                .toList();
    }

    private List<JsonItem> words(StringLines cut) {
        List<JsonItem> items = new ArrayList<>();
        for (StringLines.Line line : cut.next(LINES)) {
            items.add(new JsonItem(new JsonLine.Words(line.start(), line.text()), means));
        }
        if (!cut.isOver()) {
            items.add(new JsonItem(new JsonLine.More(cut.left()), means));
        }
        return items;
    }

    /// Adds more lines of a long string.
    void more() {
        StringLines cut = lines;
        if (cut != null && !cut.isOver()) {
            super.getChildren().removeLast();
            super.getChildren().addAll(words(cut));
        }
    }

    /// The line of a string in which a place stands, as far as it is looked for. It has been read.
    JsonItem lineAt(int offset) {
        while (super.getChildren().getLast().getValue() instanceof JsonLine.More
                && super.getChildren().size() < MOST_LINES
                && start(super.getChildren().get(super.getChildren().size() - 2)) <= offset) {
            more();
        }
        JsonItem found = this;
        for (TreeItem<JsonLine> child : super.getChildren()) {
            if (child instanceof JsonItem item && start(item) >= 0 && start(item) <= offset) {
                found = item;
            }
        }
        return found;
    }

    private static int start(TreeItem<JsonLine> item) {
        return item.getValue() instanceof JsonLine.Words words ? words.start() : -1;
    }

    /// The item in it that is or holds that value; null where there is none. It has been read.
    @Nullable
    JsonItem towards(String step) {
        for (TreeItem<JsonLine> child : super.getChildren()) {
            boolean there = switch (child.getValue()) {
                case JsonLine.Value value -> value.row().name().equals(step);
                case JsonLine.Run run ->
                    run.rows().stream().anyMatch(row -> row.name().equals(step));
                case JsonLine.Words _, JsonLine.More _, JsonLine.Note _ -> false;
            };
            if (there && child instanceof JsonItem item) {
                return item;
            }
        }
        return null;
    }

    /// The value that this line is or is a part of; null for a run.
    JsonLine.@Nullable Value value() {
        return switch (getValue()) {
            case JsonLine.Value value -> value;
            case JsonLine.Run _ -> null;
            case JsonLine.Words _, JsonLine.More _, JsonLine.Note _ ->
                getParent() instanceof JsonItem above ? above.value() : null;
        };
    }

    /// What tells it from all others, also when the same body is read anew.
    String key() {
        return switch (getValue()) {
            case JsonLine.Value value -> value.root() + " " + value.path().text();
            case JsonLine.Run run -> run.root() + " " + run.path().text() + " " + run.name();
            case JsonLine.Words words -> above() + " " + words.start();
            case JsonLine.More _, JsonLine.Note _ -> above() + " more";
        };
    }

    private String above() {
        return getParent() instanceof JsonItem item ? item.key() : "";
    }
}
