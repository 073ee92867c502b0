package dev.turnpike.app.agent.source;

import java.util.Map;

/// Values as shells and their relatives quote them.
final class Quoting {
    private static final String ENDS = " \t\r\n;&|<>()";
    private static final Map<Character, Character> CONTROLS =
            Map.of('n', '\n', 't', '\t', 'r', '\r', 'e', '\u001b', 'a', '\u0007');

    private Quoting() {}

    /// What the first word says; variables in it are left as they are written.
    static String firstWord(String text) {
        return read(text, true);
    }

    /// What the whole text says, blanks between its parts included.
    static String whole(String text) {
        return read(text.strip(), false);
    }

    /// What a command would print is left as it is written, up to its first closing bracket.
    private static String read(String text, boolean one) {
        StringBuilder said = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (one && ENDS.indexOf(c) >= 0) {
                break;
            }
            if (c == '\'' || c == '"') {
                i = quotation(text, i + 1, c, said);
            } else if (text.startsWith("$'", i)) {
                i = controlled(text, i + 2, said);
            } else if (text.startsWith("$(", i) || c == '`') {
                int end = text.indexOf(c == '`' ? '`' : ')', i + 1);
                int behind = end < 0 ? text.length() : end + 1;
                said.append(text, i, behind);
                i = behind;
            } else if (c == '\\' && i + 1 < text.length()) {
                said.append(text.charAt(i + 1));
                i += 2;
            } else {
                said.append(c);
                i++;
            }
        }
        return said.toString();
    }

    private static int quotation(String text, int from, char quote, StringBuilder said) {
        int i = from;
        while (i < text.length() && text.charAt(i) != quote) {
            boolean escaped = quote == '"'
                    && text.charAt(i) == '\\'
                    && i + 1 < text.length()
                    && "\"\\$`".indexOf(text.charAt(i + 1)) >= 0;
            i += escaped ? 1 : 0;
            said.append(text.charAt(i));
            i++;
        }
        return i + 1;
    }

    private static int controlled(String text, int from, StringBuilder said) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\'') {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                said.append(CONTROLS.getOrDefault(text.charAt(i), text.charAt(i)));
            } else {
                said.append(c);
            }
            i++;
        }
        return i + 1;
    }
}
