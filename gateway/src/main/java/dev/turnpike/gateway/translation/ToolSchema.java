package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The schema of a tool's input as chat/completions servers insist on it: an object with a type and properties, in
/// which every array says what its items are. Whatever is there already stays as it was written.
final class ToolSchema {
    private static final RawJson EMPTY = RawJson.of("{\"type\":\"object\",\"properties\":{}}");

    private final List<Integer> arraysWithoutItems = new ArrayList<>();
    private boolean hasFields;
    private boolean hasType;
    private boolean hasProperties;

    private ToolSchema() {}

    /// The schema with what is missing put in.
    static RawJson completed(Optional<RawJson> schema) {
        if (schema.isEmpty()) {
            return EMPTY;
        }
        ToolSchema found = new ToolSchema();
        try (JsonCursor in = JsonCursor.over(schema.get())) {
            found.schema(in, true);
        }
        if (!found.hasFields) {
            return EMPTY;
        }
        RawJson itemized = schema.get().inserting(",\"items\":{}", found.arraysWithoutItems);
        if (found.hasType && found.hasProperties) {
            return itemized;
        }
        String front =
                (found.hasType ? "" : "\"type\":\"object\",") + (found.hasProperties ? "" : "\"properties\":{},");
        return RawJson.of("{" + front + itemized.text().substring(1));
    }

    private void schema(JsonCursor in, boolean root) {
        boolean array = false;
        boolean items = false;
        in.enterObject();
        while (in.field()) {
            hasFields |= root;
            switch (in.name()) {
                case "type" -> {
                    hasType |= root;
                    array = isArray(in);
                }
                case "properties" -> {
                    hasProperties |= root;
                    named(in);
                }
                case "patternProperties", "dependentSchemas", "$defs", "definitions" -> named(in);
                case "items", "prefixItems" -> {
                    items = true;
                    below(in);
                }
                // values, not schemas
                case "enum", "const", "default", "examples" -> in.skip();
                default -> below(in);
            }
        }
        if (array && !items) {
            arraysWithoutItems.add(in.stop() - 1);
        }
    }

    /// Schemas by names of the tool's own, which may be those of keywords.
    private void named(JsonCursor in) {
        if (in.enterObject()) {
            while (in.field()) {
                below(in);
            }
        }
    }

    /// A schema, several of them, or something else.
    private void below(JsonCursor in) {
        if (in.isObject()) {
            schema(in, false);
        } else if (in.enterArray()) {
            while (in.element()) {
                below(in);
            }
        }
    }

    private static boolean isArray(JsonCursor in) {
        if (in.isString()) {
            return in.string().equals("array");
        }
        boolean array = false;
        if (in.enterArray()) {
            while (in.element()) {
                array |= in.string().equals("array");
            }
        }
        return array;
    }
}
