package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The way to a value in JSON: `messages[3].content[0].text`.
///
/// @param steps names of fields and positions in arrays, the outermost first
record JsonPath(List<String> steps) {
    static final JsonPath ROOT = new JsonPath(List.of());
    private static final Pattern BETWEEN = Pattern.compile("[.\\[\\]]+");
    private static final Pattern POSITION = Pattern.compile("\\d+");
    private static final Pattern POSITIONS = Pattern.compile("\\[\\d+]");

    JsonPath {
        steps = List.copyOf(steps);
    }

    static JsonPath of(String... steps) {
        return new JsonPath(List.of(steps));
    }

    /// The way that is written so.
    static JsonPath parse(String text) {
        List<String> steps = new ArrayList<>(List.of(BETWEEN.split(text)));
        steps.removeIf(String::isEmpty);
        return new JsonPath(steps);
    }

    /// A way as it is written, without the positions: what all of one kind have in common.
    static String shape(String text) {
        return POSITIONS.matcher(text).replaceAll("[]");
    }

    JsonPath child(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new JsonPath(longer);
    }

    JsonPath child(int position) {
        return child(Integer.toString(position));
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    /// One step less; the root stays.
    JsonPath parent() {
        return first(Math.max(0, steps.size() - 1));
    }

    /// Its first steps alone.
    JsonPath first(int count) {
        return count >= steps.size() ? this : new JsonPath(steps.subList(0, count));
    }

    /// The other way leads to this or to something in it.
    boolean holds(JsonPath other) {
        return other.first(steps.size()).equals(this);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            if (POSITION.matcher(step).matches()) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
