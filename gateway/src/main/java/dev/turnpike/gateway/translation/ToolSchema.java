package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.Optional;

/// The schema of a tool's input as chat/completions servers insist on it: an object with a type and properties.
final class ToolSchema {
    private static final RawJson EMPTY = RawJson.of("{\"type\":\"object\",\"properties\":{}}");

    private ToolSchema() {}

    /// The schema verbatim where it has both, else with what is missing put in front.
    static RawJson completed(Optional<RawJson> schema) {
        if (schema.isEmpty()) {
            return EMPTY;
        }
        boolean hasType = false;
        boolean hasProperties = false;
        boolean hasFields = false;
        try (JsonCursor in = JsonCursor.over(schema.get())) {
            in.enterObject();
            while (in.field()) {
                hasFields = true;
                hasType |= in.name().equals("type");
                hasProperties |= in.name().equals("properties");
                in.skip();
            }
        }
        if (!hasFields) {
            return EMPTY;
        }
        if (hasType && hasProperties) {
            return schema.get();
        }
        String front = (hasType ? "" : "\"type\":\"object\",") + (hasProperties ? "" : "\"properties\":{},");
        return RawJson.of("{" + front + schema.get().text().substring(1));
    }
}
