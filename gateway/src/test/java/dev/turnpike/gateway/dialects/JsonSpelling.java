package dev.turnpike.gateway.dialects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON in one of the many ways in which it can be written: fields in any order, white space, escapes.
final class JsonSpelling {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Choices choices;
    private final StringBuilder out = new StringBuilder();

    private JsonSpelling(Choices choices) {
        this.choices = choices;
    }

    static byte[] of(JsonNode value, Choices choices) {
        JsonSpelling spelling = new JsonSpelling(choices);
        spelling.space();
        spelling.value(value);
        spelling.space();
        return spelling.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(JsonNode value) {
        if (value.isObject()) {
            object(value);
        } else if (value.isArray()) {
            out.append('[');
            for (int i = 0; i < value.size(); i++) {
                out.append(i == 0 ? "" : ",");
                space();
                value(value.get(i));
            }
            out.append(']');
        } else if (value.isString()) {
            string(value.asString());
        } else {
            out.append(value);
        }
    }

    private void object(JsonNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.size() > 1 && choices.oneIn(4)) {
            names.add(names.removeFirst());
        }
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            out.append(i == 0 ? "" : ",");
            space();
            string(names.get(i));
            space();
            out.append(':');
            space();
            value(object.get(names.get(i)));
        }
        space();
        out.append('}');
    }

    private void string(String text) {
        if (!text.isEmpty() && text.length() < 80 && choices.oneIn(16)) {
            out.append('"');
            text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
            out.append('"');
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alone = Character.isSurrogate(c)
                    && !(i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1)))
                    && !(i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c));
            if (alone) {
                out.append(String.format("\\u%04x", (int) c));
            } else if (c < ' ' || c == '"' || c == '\\') {
                String escaped = JSON.writeValueAsString(String.valueOf(c));
                out.append(escaped, 1, escaped.length() - 1);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void space() {
        out.append(choices.of("", "", "", "", "", "", "", " ", "\n", "\r\n\t"));
    }
}
