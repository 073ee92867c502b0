package dev.turnpike.app.cli.panel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A body as people read it.
///
/// @param body as it went over the wire
/// @param tree the same as JSON; empty where it is not JSON, or longer than anybody reads
record Payload(byte[] body, Optional<JsonNode> tree) {
    /// A larger body is not laid out.
    private static final int LARGE = 4 * 1024 * 1024;

    private static final int PARTS = 10;
    private static final int SHORTEST = 40;

    static Payload of(byte[] body) {
        return new Payload(body, parsed(body));
    }

    private static Optional<JsonNode> parsed(byte[] body) {
        if (body.length > LARGE) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(body));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// JSON laid out in lines, anything else as it is; cut at that many characters. No single text in it takes more
    /// than a part of them: a system prompt must not hide all that follows.
    String text(int limit) {
        return Clipped.of(
                tree.map(json -> shortened(json, Math.max(SHORTEST, limit / PARTS))
                                .toPrettyString())
                        .orElseGet(this::raw),
                limit);
    }

    private static JsonNode shortened(JsonNode node, int longest) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), shortened(member.getValue(), longest)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(shortened(element, longest)));
            return copy;
        }
        return node.isString() ? StringNode.valueOf(Clipped.of(node.asString(), longest)) : node;
    }

    /// `12 messages · 24 tools · 51,200 bytes`
    String summary() {
        String bytes = Numbers.of(body.length) + " bytes";
        return tree.map(request -> count(request.path("messages").size(), "message")
                                + count(request.path("tools").size(), "tool"))
                        .orElse("")
                + bytes;
    }

    private static String count(int number, String thing) {
        return number == 0 ? "" : number + " " + thing + (number == 1 ? "" : "s") + " · ";
    }

    private String raw() {
        return new String(body, 0, Math.min(body.length, LARGE), StandardCharsets.UTF_8);
    }

    /// Do the bodies differ in one place only, and by no more than the two names?
    static boolean differOnlyInName(byte[] one, String oneName, byte[] other, String otherName) {
        int start = Arrays.mismatch(one, other);
        if (start < 0) {
            return true;
        }
        int same = 0;
        int longest = Math.min(one.length, other.length) - start;
        while (same < longest && one[one.length - 1 - same] == other[other.length - 1 - same]) {
            same++;
        }
        return one.length - start - same <= bytes(oneName) && other.length - start - same <= bytes(otherName);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
