package dev.turnpike.gateway.json;

import dev.turnpike.gateway.json.JsonSpan.Fields;
import dev.turnpike.gateway.json.JsonSpan.Items;
import dev.turnpike.gateway.json.JsonSpan.Leaf;
import dev.turnpike.gateway.json.JsonSpan.Member;
import java.util.List;
import java.util.stream.Collectors;

/// How a JSON text is laid out: its line ends, one step of indentation, what stands around colons and commas.
///
/// @param lines whether values stand on lines of their own
/// @param newline what ends a line
/// @param step one step of indentation
/// @param colon what stands between a name and its value
/// @param comma what stands between two values on one line
record JsonStyle(boolean lines, String newline, String step, String colon, String comma) {
    static JsonStyle of(String text, JsonSpan root) {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        int first = first(root);
        if (first < 0) {
            return new JsonStyle(true, newline, "  ", ": ", ", ");
        }
        boolean lines = text.substring(root.start(), first).indexOf('\n') >= 0;
        String step = lines ? step(text, root.start(), first) : "  ";
        String colon = root instanceof Fields f ? colon(text, f.members().getFirst()) : ": ";
        // a colon that is broken over lines is nobody's style
        colon = colon.isBlank() || colon.indexOf('\n') >= 0 ? ": " : colon;
        return new JsonStyle(lines, newline, step, colon, colon.equals(":") ? "," : ", ");
    }

    /// This value of another text as it would stand here, after that indentation.
    String laidOut(String json, JsonSpan value, String indent) {
        return switch (value) {
            case Leaf leaf -> json.substring(leaf.start(), leaf.end());
            case Items(int _, int _, List<JsonSpan> elements) -> {
                boolean plain = elements.stream().allMatch(Leaf.class::isInstance);
                yield around(
                        "[]",
                        elements.stream()
                                .map(e -> laidOut(json, e, indent + step))
                                .toList(),
                        lines && !plain,
                        indent);
            }
            case Fields(int _, int _, List<Member> members) ->
                around(
                        "{}",
                        members.stream()
                                .map(m -> json.substring(m.start(), m.afterName())
                                        + colon
                                        + laidOut(json, m.value(), indent + step))
                                .toList(),
                        lines,
                        indent);
        };
    }

    /// The first entry of a container that was empty, with what stands around it.
    String only(String entry, String indent) {
        return lines ? newline + indent + step + entry + newline + indent : entry;
    }

    /// This layout for what stands on one line.
    JsonStyle flat() {
        return new JsonStyle(false, newline, step, colon, comma);
    }

    private String around(String brackets, List<String> entries, boolean inLines, String indent) {
        char open = brackets.charAt(0);
        char close = brackets.charAt(1);
        if (entries.isEmpty()) {
            return brackets;
        }
        if (!inLines) {
            return open + String.join(comma, entries) + close;
        }
        return entries.stream()
                .map(e -> newline + indent + step + e)
                .collect(Collectors.joining(",", String.valueOf(open), newline + indent + close));
    }

    /// The white space with which the line of that place begins.
    static String indent(String text, int place) {
        int begin = place;
        while (begin > 0 && "\r\n\uFEFF".indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        int end = begin;
        while (end < place && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(begin, end);
    }

    private static String step(String text, int outer, int inner) {
        String less = indent(text, outer);
        String more = indent(text, inner);
        return more.length() > less.length() && more.startsWith(less) ? more.substring(less.length()) : "";
    }

    private static int first(JsonSpan root) {
        return switch (root) {
            case Fields f when !f.members().isEmpty() -> f.members().getFirst().start();
            case Items i when !i.elements().isEmpty() -> i.elements().getFirst().start();
            case Fields _, Items _, Leaf _ -> -1;
        };
    }

    static String colon(String text, Member member) {
        return text.substring(member.afterName(), member.value().start());
    }
}
