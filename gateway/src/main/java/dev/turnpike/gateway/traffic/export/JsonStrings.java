package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;

/// Replaces strings of a JSON value. Where none is replaced, the value stays byte for byte; otherwise it is written
/// anew, without white space.
final class JsonStrings {
    /// What stands in the place of a string.
    interface Replacement {
        /// @param at stands on the string
        String value(JsonCursor at, String text);

        String name(String name);
    }

    private final JsonWriter out;
    private final Replacement replacement;
    private boolean changed;

    private JsonStrings(JsonWriter out, Replacement replacement) {
        this.out = out;
        this.replacement = replacement;
    }

    /// @param value valid JSON
    static RawJson replaced(RawJson value, Replacement replacement) {
        boolean[] changed = new boolean[1];
        RawJson written = RawJson.written(json -> {
            JsonStrings strings = new JsonStrings(json, replacement);
            try (JsonCursor in = JsonCursor.over(value)) {
                strings.value(in);
            }
            changed[0] = strings.changed;
        });
        return changed[0] ? written : value;
    }

    private void value(JsonCursor in) {
        if (in.isObject()) {
            object(in);
        } else if (in.isArray()) {
            out.array();
            in.enterArray();
            while (in.element()) {
                value(in);
            }
            out.endArray();
        } else if (in.isString()) {
            String text = in.string();
            out.string(noted(text, replacement.value(in, text)));
        } else {
            out.raw(in.raw());
        }
    }

    private void object(JsonCursor in) {
        out.object();
        in.enterObject();
        while (in.field()) {
            String name = in.name();
            out.name(noted(name, replacement.name(name)));
            value(in);
        }
        out.endObject();
    }

    private String noted(String before, String after) {
        changed |= !before.equals(after);
        return after;
    }
}
