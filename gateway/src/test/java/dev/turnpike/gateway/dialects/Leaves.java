package dev.turnpike.gateway.dialects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The leaves of a JSON text: what it says, without its shape.
final class Leaves {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Leaves() {}

    /// Every string, number and `true` by its path. What is empty, `null` or `false` says nothing.
    static Map<String, JsonNode> of(JsonNode json) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect(json, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode json, String path, Map<String, JsonNode> into) {
        if (json.isObject()) {
            json.properties()
                    .forEach(field ->
                            collect(field.getValue(), path + (path.isEmpty() ? "" : ".") + field.getKey(), into));
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                collect(json.get(i), path + "[" + i + "]", into);
            }
        } else if (json.isString() ? !json.asString().isEmpty() : json.isNumber() || json.asBoolean(false)) {
            into.put(path, json);
        }
    }

    /// Everything that a chat request says; the arguments of its calls are JSON in strings.
    static List<JsonNode> sent(JsonNode request) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode leaf : of(request).values()) {
            all.add(leaf);
            if (leaf.isString() && leaf.asString().startsWith("{")) {
                all.addAll(inside(leaf.asString()));
            }
        }
        return all;
    }

    private static Collection<JsonNode> inside(String text) {
        try {
            return of(JSON.readTree(text)).values();
        } catch (JacksonException _) {
            return List.of();
        }
    }
}
