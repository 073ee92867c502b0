package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON schema within the bounds of upstreams that know only the schemas of OpenAPI 3.0, as Gemini does: what they
/// refuse is said in another way where there is one, and left out where there is none.
final class StrictSchema {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> KEPT = Set.of(
            "title",
            "description",
            "nullable",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "minProperties",
            "maxProperties");
    private static final Map<String, Set<String>> FORMATS = Map.of(
            "string", Set.of("enum", "date-time"),
            "integer", Set.of("int32", "int64"),
            "number", Set.of("float", "double"));
    /// More than any tool has: what would become larger by its references is cut.
    private static final int MOST_SCHEMAS = 2_000;

    private final JsonNode root;
    private final Deque<String> references = new ArrayDeque<>();
    private int schemas;
    private final Set<String> left = new TreeSet<>();

    private StrictSchema(JsonNode root) {
        this.root = root;
    }

    /// @param changed is given the keywords that could not stay, where there are some
    static RawJson of(RawJson schema, Consumer<Set<String>> changed) {
        JsonNode root;
        try {
            root = MAPPER.readTree(schema.text());
        } catch (JacksonException | NumberFormatException _) {
            // nested too deep, or a number that no computer has room for: the upstream may say what it thinks of it
            return schema;
        }
        StrictSchema strict = new StrictSchema(root);
        JsonNode clean = strict.schema(root);
        if (!strict.left.isEmpty()) {
            changed.accept(strict.left);
        }
        return RawJson.of(MAPPER.writeValueAsString(clean));
    }

    private ObjectNode schema(JsonNode from) {
        ObjectNode to = MAPPER.createObjectNode();
        if (!from.isObject() || schemas++ > MOST_SCHEMAS) {
            return to;
        }
        if (from.has("$ref")) {
            left.add("$ref");
            return referred(from.get("$ref").asString(""));
        }
        type(from, to);
        from.properties().forEach(field -> keyword(field.getKey(), field.getValue(), to));
        complete(to);
        return to;
    }

    /// What a `$ref` points at inside the schema; any object where it points elsewhere or at itself.
    private ObjectNode referred(String reference) {
        if (!reference.startsWith("#/") || references.contains(reference)) {
            return MAPPER.createObjectNode().put("type", "object");
        }
        references.push(reference);
        ObjectNode to = schema(root.at(reference.substring(1)));
        references.pop();
        return to;
    }

    private void type(JsonNode from, ObjectNode to) {
        JsonNode type = from.path("type");
        if (type.isString()) {
            to.set("type", type);
        } else if (type.isArray()) {
            left.add("type of several");
            List<String> names = type.valueStream()
                    .map(t -> t.asString(""))
                    .filter(t -> !t.equals("null"))
                    .toList();
            if (names.size() < type.size()) {
                to.put("nullable", true);
            }
            if (names.size() == 1) {
                to.put("type", names.getFirst());
            } else if (names.size() > 1 && !from.has("anyOf")) {
                ArrayNode any = to.putArray("anyOf");
                names.forEach(name -> complete(any.addObject().put("type", name)));
            }
        }
    }

    private void keyword(String name, JsonNode value, ObjectNode to) {
        switch (name) {
            case "type" -> {}
            case "properties" -> {
                ObjectNode properties = to.withObjectProperty(name);
                value.properties().forEach(p -> properties.set(p.getKey(), schema(p.getValue())));
            }
            case "items" -> to.set(name, schema(value));
            case "anyOf", "oneOf" -> alternatives(name, value, to);
            case "allOf" -> {
                left.add(name);
                value.forEach(part -> merge(schema(part), to));
            }
            case "required" -> value.forEach(to.withArrayProperty(name)::add);
            case "enum" -> values(value, to);
            case "const" -> {
                left.add(name);
                values(MAPPER.createArrayNode().add(value), to);
            }
            case "format" -> {
                boolean known = FORMATS.getOrDefault(to.path("type").asString(""), Set.of())
                        .contains(value.asString(""));
                if (known) {
                    to.set(name, value);
                } else {
                    left.add(name);
                }
            }
            case "exclusiveMinimum", "exclusiveMaximum" -> {
                left.add(name);
                if (value.isNumber()) {
                    to.set(name.equals("exclusiveMinimum") ? "minimum" : "maximum", value);
                }
            }
            default -> {
                if (KEPT.contains(name)) {
                    to.set(name, value);
                } else {
                    left.add(name);
                }
            }
        }
    }

    private void alternatives(String name, JsonNode value, ObjectNode to) {
        if (name.equals("oneOf")) {
            left.add(name);
        }
        ArrayNode any = MAPPER.createArrayNode();
        for (JsonNode part : value) {
            if (part.path("type").asString("").equals("null")) {
                left.add("type null");
                to.put("nullable", true);
            } else {
                any.add(schema(part));
            }
        }
        if (any.size() == 1) {
            merge((ObjectNode) any.get(0), to);
        } else if (!any.isEmpty()) {
            to.set("anyOf", any);
        }
    }

    /// What both say of properties counts together; else what is there already stays.
    private static void merge(ObjectNode part, ObjectNode to) {
        part.properties().forEach(field -> {
            if (field.getKey().equals("properties") && to.has("properties")) {
                ((ObjectNode) to.get("properties")).setAll((ObjectNode) field.getValue());
            } else if (field.getKey().equals("required")) {
                field.getValue().forEach(to.withArrayProperty("required")::add);
            } else if (!to.has(field.getKey())) {
                to.set(field.getKey(), field.getValue());
            }
        });
    }

    /// Only strings can be listed.
    private void values(JsonNode values, ObjectNode to) {
        if (values.valueStream().allMatch(v -> v.isString() && !v.asString().isEmpty())) {
            to.set("enum", values);
            to.put("type", "string");
        } else {
            left.add("enum of other than words");
            if (!to.has("type") && values.valueStream().allMatch(JsonNode::isNumber)) {
                to.put("type", values.valueStream().allMatch(JsonNode::isIntegralNumber) ? "integer" : "number");
            }
        }
    }

    /// Each property once, and none that is not there.
    private static void required(ObjectNode to) {
        Set<String> names = new LinkedHashSet<>();
        to.path("required").forEach(name -> names.add(name.asString("")));
        names.removeIf(name -> !to.path("properties").has(name));
        to.remove("required");
        if (!names.isEmpty()) {
            names.forEach(to.putArray("required")::add);
        }
    }

    private static void complete(ObjectNode to) {
        String type = to.path("type").asString("");
        if (type.isEmpty() && to.has("properties")) {
            to.put("type", "object");
        }
        if (type.equals("array") && to.path("items").isEmpty()) {
            to.putObject("items").put("type", "string");
        }
        if (to.has("required")) {
            required(to);
        }
    }
}
