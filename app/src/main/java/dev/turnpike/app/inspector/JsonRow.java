package dev.turnpike.app.inspector;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value in a tree of JSON, read only as deep as somebody looks.
final class JsonRow {
    private static final int LONGEST = 300;

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

    private JsonRow(String name, RawJson value, Kind kind, String words) {
        this.name = name;
        this.value = value;
        this.kind = kind;
        this.words = words;
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
        return new JsonRow(other, value, kind, words);
    }

    private static JsonRow read(String name, JsonCursor in) {
        int start = in.start();
        Kind kind;
        String words = "";
        if (in.isObject() || in.isArray()) {
            kind = in.isObject() ? Kind.OBJECT : Kind.ARRAY;
            int count = 0;
            boolean object = kind == Kind.OBJECT;
            if (object ? in.enterObject() : in.enterArray()) {
                while (object ? in.field() : in.element()) {
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
        return new JsonRow(name, raw, kind, words);
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "⏎").replace("\t", " ").replace("\r", "");
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

    /// What it holds.
    List<JsonRow> children() {
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
        return rows;
    }
}
