package dev.turnpike.app.inspector;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A value in a tree of JSON, read only as deep as somebody looks.
final class JsonRow {
    /// Of a longer string a line shows the beginning.
    static final int LONGEST = 300;
    private static final int LONGEST_HINT = 60;
    private static final String CUT = "…\"";
    private static final char LINE_END = '⏎';
    private static final int MOST_EMPTY = 16;
    private static final int AT_ONCE = 64 << 10;
    private static final String BEST_HINT = "name";
    private static final Set<String> HINTS = Set.of(BEST_HINT, "role", "type");

    /// What a value is.
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        LITERAL
    }

    private final String name;
    private final RawJson value;
    private final Kind kind;
    private final String words;
    private final String hint;
    private volatile @Nullable List<JsonRow> known;

    private JsonRow(String name, RawJson value, Kind kind, String words, String hint) {
        this.name = name;
        this.value = value;
        this.kind = kind;
        this.words = words;
        this.hint = hint;
    }

    /// The row of a whole body; empty where it is no JSON.
    static Optional<JsonRow> root(byte[] body) {
        try (JsonCursor in = JsonCursor.over(body)) {
            JsonRow row = read("", in);
            in.end();
            return Optional.of(row);
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }

    /// A row under another name.
    JsonRow named(String other) {
        return new JsonRow(other, value, kind, words, hint);
    }

    /// One row for a run of values that stand side by side.
    static JsonRow run(List<JsonRow> rows) {
        String name = rows.getFirst().name() + " – " + rows.getLast().name();
        JsonRow run = new JsonRow(name, RawJson.EMPTY_OBJECT, Kind.ARRAY, "", "");
        run.known = List.copyOf(rows);
        return run;
    }

    private static JsonRow read(String name, JsonCursor in) {
        int start = in.start();
        Kind kind;
        String words = "";
        String hint = "";
        if (in.isObject() || in.isArray()) {
            kind = in.isObject() ? Kind.OBJECT : Kind.ARRAY;
            int count = 0;
            boolean object = kind == Kind.OBJECT;
            if (object ? in.enterObject() : in.enterArray()) {
                while (object ? in.field() : in.element()) {
                    if (object && in.isString() && HINTS.contains(in.name())) {
                        hint = hint.isEmpty() || in.name().equals(BEST_HINT) ? in.string() : hint;
                    }
                    in.skip();
                    count++;
                }
            }
            words = object ? "{ " + count + " }" : "[ " + count + " ]";
        } else if (in.isString()) {
            kind = Kind.STRING;
            words = shortened(in.string());
        } else {
            kind = in.isNumber() ? Kind.NUMBER : Kind.LITERAL;
        }
        RawJson raw;
        if (kind == Kind.NUMBER || kind == Kind.LITERAL) {
            raw = in.raw();
            words = raw.text();
        } else {
            raw = in.since(start);
        }
        return new JsonRow(name, raw, kind, words, hint.length() > LONGEST_HINT ? "" : hint);
    }

    private static String shortened(String text) {
        String line = text.replace('\n', LINE_END).replace("\t", " ").replace("\r", "");
        return '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + '"';
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /// The value in one line; of an object or array, how many values it has.
    String words() {
        return words;
    }

    boolean isBranch() {
        return kind == Kind.OBJECT || kind == Kind.ARRAY;
    }

    /// A branch that holds nothing.
    boolean isEmpty() {
        return isBranch() && value.length() <= MOST_EMPTY && children().isEmpty();
    }

    /// A string that does not fit a line, or has several.
    boolean isLong() {
        return kind == Kind.STRING && (words.endsWith(CUT) || words.indexOf(LINE_END) >= 0);
    }

    /// The value as it is written.
    RawJson raw() {
        return value;
    }

    /// How many bytes it is written with.
    int size() {
        return value.length();
    }

    /// What it holds has been read, or is nothing to wait for.
    boolean isRead() {
        return known != null || value.length() <= AT_ONCE;
    }

    /// What an object calls itself: its name, role or type; empty where it does not.
    String hint() {
        return hint;
    }

    /// All of what a string says; empty for anything else.
    String text() {
        return kind == Kind.STRING ? value.string() : "";
    }

    /// A whole number; 0 for anything else.
    long number() {
        return value.number(0);
    }

    boolean saysTheSame(JsonRow other) {
        return value.equals(other.value);
    }

    /// What it holds, read once.
    List<JsonRow> children() {
        List<JsonRow> rows = known;
        if (rows == null) {
            rows = read();
            known = rows;
        }
        return rows;
    }

    private List<JsonRow> read() {
        List<JsonRow> rows = new ArrayList<>();
        try (JsonCursor in = JsonCursor.over(value)) {
            if (in.isObject()) {
                in.enterObject();
                while (in.field()) {
                    rows.add(read(in.name(), in));
                }
            } else if (in.isArray()) {
                in.enterArray();
                while (in.element()) {
                    rows.add(read(Integer.toString(rows.size()), in));
                }
            }
        }
        return List.copyOf(rows);
    }

    /// What stands under that name or at that position.
    Optional<JsonRow> child(String step) {
        if (kind == Kind.ARRAY) {
            List<JsonRow> rows = children();
            boolean there = step.matches("\\d{1,9}") && Integer.parseInt(step) < rows.size();
            return there ? Optional.of(rows.get(Integer.parseInt(step))) : Optional.empty();
        }
        return isBranch()
                ? children().stream().filter(row -> row.name().equals(step)).findFirst()
                : Optional.empty();
    }

    /// What the path leads to.
    Optional<JsonRow> at(JsonPath path) {
        Optional<JsonRow> row = Optional.of(this);
        for (String step : path.steps()) {
            row = row.flatMap(above -> above.child(step));
        }
        return row;
    }

    Optional<JsonRow> at(String... steps) {
        return at(JsonPath.of(steps));
    }

    /// The longest part of the path that leads to something.
    JsonPath deepest(JsonPath path) {
        JsonRow row = this;
        int steps = 0;
        for (String step : path.steps()) {
            Optional<JsonRow> below = row.child(step);
            if (below.isEmpty()) {
                break;
            }
            row = below.get();
            steps++;
        }
        return path.first(steps);
    }

    /// Walks through everything in this value that stands under one of these names, and shows each field in it.
    ///
    /// @param ways names of the fields that are gone into
    void fields(Set<String> ways, BiConsumer<JsonPath, RawJson> seen) {
        try (JsonCursor in = JsonCursor.over(value)) {
            fields(in, JsonPath.ROOT, ways, seen);
        }
    }

    private static void fields(JsonCursor in, JsonPath at, Set<String> ways, BiConsumer<JsonPath, RawJson> seen) {
        if (in.isArray()) {
            in.enterArray();
            for (int i = 0; in.element(); i++) {
                fields(in, at.child(i), ways, seen);
            }
        } else if (in.enterObject()) {
            while (in.field()) {
                JsonPath below = at.child(in.name());
                if (ways.contains(in.name())) {
                    fields(in, below, ways, seen);
                } else {
                    seen.accept(below, in.raw());
                }
            }
        }
    }
}
