package dev.turnpike.gateway.configuration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a wrong value is shown in a complaint: on one line, short, and no secret.
final class Found {
    private static final int LONGEST = 80;

    private Found() {}

    static String in(@Nullable JsonNode node, boolean secret) {
        if (node == null) {
            return "nothing";
        }
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY -> secret ? hidden(node.asString()) : text(node.asString());
            case NUMBER -> secret ? "a number" : node.asString();
            case BOOLEAN -> node.asString();
            case NULL, MISSING -> "nothing";
        };
    }

    /// Text in quotes; a user name or a query of a URL may hold a secret and is not shown.
    static String text(String value) {
        if (value.contains("://") && value.contains("@")) {
            return "a URL with a user name";
        }
        int query = value.contains("://") ? value.indexOf('?') : -1;
        String shown = query < 0 ? value : value.substring(0, query + 1) + "…";
        StringBuilder line = new StringBuilder("\"");
        shown.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c)) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.append(shown.codePointCount(0, shown.length()) > LONGEST ? "…\"" : "\"")
                .toString();
    }

    private static String hidden(String value) {
        return value.isBlank() ? "empty text" : "a text that is not shown";
    }
}
