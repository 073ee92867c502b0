package dev.turnpike.app.diagnostics;

import dev.turnpike.app.agent.Masking;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Value;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// JSON files as they may be shown to anybody: what a value is stays, what it says only where it cannot be a secret.
final class Redacted {
    private static final String GONE = "••••";

    /// Texts that say nothing about anybody, by the names of their members.
    private static final Set<String> PLAIN = Set.of(
            "id",
            "protocol",
            "auth",
            "failover",
            "host",
            "env",
            "vault",
            "bodies",
            "state",
            "time",
            "since",
            "retired",
            "turnpike",
            "target",
            "place",
            "name",
            "theme",
            "room");

    private static final Set<String> ADDRESSES = Set.of("baseUrl", "proxy");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Redacted() {}

    /// A file of Turnpike's own: names of models stay too.
    static String own(String json) {
        return of(json, false);
    }

    /// A settings file of Claude Code: of its environment the variables that matter, masked; of the rest the shape.
    static String claude(String json) {
        return of(json, true);
    }

    private static String of(String json, boolean claude) {
        try {
            JsonNode tree = JSON.readTree(json);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(masked(tree, "", "", claude));
        } catch (JacksonException e) {
            return "not valid JSON, so it is left out; it has " + json.length() + " characters";
        }
    }

    private static JsonNode masked(JsonNode node, String parent, String name, boolean claude) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode shown = JSON.createObjectNode();
                object.properties()
                        .forEach(entry ->
                                shown.set(entry.getKey(), masked(entry.getValue(), name, entry.getKey(), claude)));
                yield shown;
            }
            case ArrayNode array -> {
                ArrayNode shown = JSON.createArrayNode();
                array.forEach(element -> shown.add(masked(element, parent, name, claude)));
                yield shown;
            }
            case StringNode text -> StringNode.valueOf(claude ? variable(parent, name, text) : own(parent, name, text));
            default -> node;
        };
    }

    private static String variable(String parent, String name, StringNode text) {
        boolean known = parent.equals("env") && KnownVariable.find(name).isPresent();
        return known ? Value.of(name, text.stringValue()).shown() : GONE;
    }

    private static String own(String parent, String name, StringNode text) {
        String value = text.stringValue();
        if (ADDRESSES.contains(name)) {
            return Masking.value(name, value);
        }
        return PLAIN.contains(name) || parent.equals("models") || name.equals("allow") ? value : GONE;
    }
}
