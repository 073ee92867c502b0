package dev.turnpike.app.inspector;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Puts the chunks of a chat/completions stream together to the one answer that they tell.
final class ChunkMerge {
    /// What is told piece by piece; anything else is told anew.
    private static final Set<String> PIECES =
            Set.of("content", "reasoning_content", "reasoning", "refusal", "arguments");

    private static final String INDEX = "index";

    private sealed interface Part {}

    private record Fields(Map<String, Part> byName) implements Part {}

    private record Elements(TreeMap<Integer, Part> byIndex) implements Part {}

    private record Growing(StringBuilder text) implements Part {}

    private record Value(RawJson json) implements Part {}

    private final Fields root = new Fields(new LinkedHashMap<>());

    boolean isEmpty() {
        return root.byName.isEmpty();
    }

    /// Takes the next chunk, which is an object.
    void add(byte[] chunk) {
        try (JsonCursor in = JsonCursor.over(chunk)) {
            fields(root, in);
        }
    }

    private static void fields(Fields into, JsonCursor in) {
        in.enterObject();
        while (in.field()) {
            // a message is told in deltas
            String name = in.name().equals("delta") ? "message" : in.name();
            Part before = into.byName.get(name);
            if (in.isNull() && before != null) {
                in.skip();
            } else if (in.isObject()) {
                Fields below = before instanceof Fields same ? same : new Fields(new LinkedHashMap<>());
                into.byName.put(name, below);
                fields(below, in);
            } else if (in.isArray()) {
                Elements below = before instanceof Elements same ? same : new Elements(new TreeMap<>());
                into.byName.put(name, below);
                elements(below, in);
            } else if (in.isString() && PIECES.contains(name)) {
                Growing text = before instanceof Growing same ? same : new Growing(new StringBuilder());
                into.byName.put(name, text);
                text.text.append(in.string());
            } else if (!(in.isString()
                    && before instanceof Value
                    && in.rawString().length() == 2)) {
                into.byName.put(name, new Value(in.raw()));
            }
        }
    }

    private static void elements(Elements into, JsonCursor in) {
        in.enterArray();
        for (int position = 0; in.element(); position++) {
            RawJson element = in.raw();
            int at = position;
            int index = element.isObject()
                    ? element.at(INDEX).map(told -> (int) told.number(at)).orElse(at)
                    : at;
            if (!element.isObject()) {
                into.byIndex.put(index, new Value(element));
                continue;
            }
            Fields below = into.byIndex.get(index) instanceof Fields same ? same : new Fields(new LinkedHashMap<>());
            into.byIndex.put(index, below);
            try (JsonCursor inner = JsonCursor.over(element)) {
                fields(below, inner);
            }
        }
    }

    /// What they tell so far, UTF-8 JSON.
    byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            write(root, json);
        }
        return out.toByteArray();
    }

    private static void write(Part part, JsonWriter json) {
        switch (part) {
            case Fields(var byName) -> {
                json.object();
                byName.forEach((name, below) -> {
                    json.name(name);
                    write(below, json);
                });
                json.endObject();
            }
            case Elements(var byIndex) -> {
                json.array();
                byIndex.values().forEach(below -> write(below, json));
                json.endArray();
            }
            case Growing(var text) -> json.string(text.toString());
            case Value(var value) -> json.raw(value);
        }
    }
}
