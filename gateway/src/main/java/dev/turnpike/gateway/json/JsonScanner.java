package dev.turnpike.gateway.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a JSON text into spans, strictly: a comment, a name that stands twice in one object, or
/// anything else that is not JSON is refused with its line and column.
final class JsonScanner {
    private static final int DEEPEST = 500;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("true|false|null");

    private final String text;
    private int at;
    private int depth;

    private JsonScanner(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /// The one value that this text holds from there on.
    static JsonSpan scan(String text, int start) {
        JsonScanner scanner = new JsonScanner(text, start);
        scanner.space();
        JsonSpan value = scanner.value();
        scanner.space();
        if (scanner.at < text.length()) {
            throw scanner.invalid("something follows the end of the value", scanner.at);
        }
        return value;
    }

    /// What a quoted string means.
    static String meaning(String quoted) {
        return new JsonScanner(quoted, 0).string();
    }

    static InvalidJson invalid(String text, String what, int offset) {
        int line = 1;
        int begin = text.startsWith("\uFEFF") ? 1 : 0;
        for (int i = begin; i < offset; i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                line++;
                begin = i + 1;
            }
        }
        return new InvalidJson(what, line, Math.max(offset - begin, 0) + 1);
    }

    private InvalidJson invalid(String what, int offset) {
        return invalid(text, what, offset);
    }

    private JsonSpan value() {
        if (at >= text.length()) {
            throw invalid("the text ends too early", at);
        }
        return switch (text.charAt(at)) {
            case '{' -> fields();
            case '[' -> items();
            case '"' -> {
                int start = at;
                string();
                yield new JsonSpan.Leaf(start, at);
            }
            default -> word();
        };
    }

    private JsonSpan fields() {
        int start = enter();
        List<JsonSpan.Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (boolean more = !ends('}'); more; more = next('}')) {
            int begin = at;
            if (at >= text.length() || text.charAt(at) != '"') {
                throw invalid("a quoted name is missing", at);
            }
            String name = string();
            if (!names.add(name)) {
                throw invalid("\"" + name + "\" stands there twice", begin);
            }
            int afterName = at;
            space();
            if (at >= text.length() || text.charAt(at) != ':') {
                throw invalid("a colon is missing", at);
            }
            at++;
            space();
            members.add(new JsonSpan.Member(begin, afterName, name, value()));
        }
        depth--;
        return new JsonSpan.Fields(start, at, List.copyOf(members));
    }

    private JsonSpan items() {
        int start = enter();
        List<JsonSpan> elements = new ArrayList<>();
        for (boolean more = !ends(']'); more; more = next(']')) {
            elements.add(value());
        }
        depth--;
        return new JsonSpan.Items(start, at, List.copyOf(elements));
    }

    private int enter() {
        if (++depth > DEEPEST) {
            throw invalid("it is nested too deeply", at);
        }
        int start = at++;
        space();
        return start;
    }

    private boolean ends(char closing) {
        boolean ends = at < text.length() && text.charAt(at) == closing;
        if (ends) {
            at++;
        }
        return ends;
    }

    private boolean next(char closing) {
        space();
        if (ends(closing)) {
            return false;
        }
        if (at >= text.length() || text.charAt(at) != ',') {
            throw invalid(at < text.length() ? "a comma is missing" : "the text ends too early", at);
        }
        int comma = at++;
        space();
        if (at < text.length() && text.charAt(at) == closing) {
            throw invalid("there is a comma too much", comma);
        }
        return true;
    }

    private JsonSpan word() {
        int start = at;
        Matcher word = WORD.matcher(text).region(at, text.length());
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            at = word.end();
        } else if (number.lookingAt()) {
            at = number.end();
        }
        boolean goesOn = at < text.length() && "{}[],:\"/ \t\r\n".indexOf(text.charAt(at)) < 0;
        if (at == start || goesOn) {
            throw invalid("a value is missing", start);
        }
        return new JsonSpan.Leaf(start, at);
    }

    /// Reads a quoted string; the answer is what it means.
    private String string() {
        StringBuilder meaning = new StringBuilder();
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return meaning.toString();
            } else if (c == '\\') {
                meaning.append(escaped());
            } else if (c < ' ') {
                throw invalid("a string has no end", start);
            } else {
                meaning.append(c);
            }
        }
        throw invalid("a string has no end", start);
    }

    private char escaped() {
        int start = at - 1;
        char c = at < text.length() ? text.charAt(at++) : ' ';
        if (c == 'u' && at + 4 <= text.length()) {
            String digits = text.substring(at, at + 4);
            if (digits.matches("[0-9a-fA-F]{4}")) {
                at += 4;
                return (char) Integer.parseInt(digits, 16);
            }
        }
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw invalid("a backslash begins no escape", start);
        };
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '/') {
            throw invalid("a comment, which JSON does not allow", at);
        }
    }
}
