package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the fields of a JSON object that may end anywhere: strings are decoded as far as they came, other values
/// stay as they are written.
final class PartialJson {
    private final String json;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private int at;

    private PartialJson(String json) {
        this.json = json;
    }

    /// The fields so far, in their order; the last one may be cut. Empty where it is no object.
    static Map<String, String> fields(String json) {
        PartialJson reading = new PartialJson(json);
        reading.object();
        return reading.fields;
    }

    /// The objects of an array that may end anywhere, each as its fields so far. Empty where it is no array.
    static List<Map<String, String>> objects(String json) {
        PartialJson reading = new PartialJson(json);
        List<Map<String, String>> objects = new ArrayList<>();
        reading.space();
        boolean more = reading.take('[');
        while (more) {
            reading.space();
            int start = reading.at;
            String value = reading.value();
            if (value.isEmpty() || reading.at == start) {
                return objects;
            }
            objects.add(fields(value));
            reading.space();
            more = reading.take(',');
        }
        return objects;
    }

    private void object() {
        space();
        if (!take('{')) {
            return;
        }
        boolean more = true;
        while (more) {
            space();
            if (at >= json.length() || json.charAt(at) != '"') {
                return;
            }
            String name = string();
            space();
            if (!take(':')) {
                return;
            }
            space();
            if (at >= json.length()) {
                return;
            }
            fields.put(name, json.charAt(at) == '"' ? string() : value());
            space();
            more = take(',');
        }
    }

    private void space() {
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
    }

    private boolean take(char wanted) {
        boolean found = at < json.length() && json.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /// The string that begins here, as far as it came.
    private String string() {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < json.length() && json.charAt(at) != '"') {
            char c = json.charAt(at++);
            if (c != '\\') {
                text.append(c);
            } else if (!escape(text)) {
                at = json.length();
            }
        }
        at++;
        return text.toString();
    }

    /// Decodes what follows a backslash; false where it is cut.
    private boolean escape(StringBuilder text) {
        if (at >= json.length()) {
            return false;
        }
        char c = json.charAt(at++);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'u' -> {
                if (at + 4 > json.length() || !json.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    return false;
                }
                text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
                at += 4;
            }
            default -> text.append(c);
        }
        return true;
    }

    /// The number, word, array or object that begins here, as it is written.
    private String value() {
        int start = at;
        int depth = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                string();
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                break;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
        }
        return json.substring(start, Math.min(at, json.length())).strip();
    }
}
