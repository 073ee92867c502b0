package dev.turnpike.app.agent.remedy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a line that sets one variable and does nothing else.
final class SettingLine {
    private static final String INDENT = "^(?:\u00EF\u00BB\u00BF)?[ \\t]*+";
    private static final String SH_WORDS = "(?:(?:export|readonly|(?:declare|typeset)(?:[ \\t]+-[a-zA-Z]+)+)[ \\t]+)?";
    private static final String FISH_WORDS = "set(?:[ \\t]+(?:-[gxU]+|--global|--export|--universal))+[ \\t]+";

    private SettingLine() {}

    /// The value as it is written; empty where the line does anything else, or more.
    static Optional<String> value(Grammar grammar, String line, String variable) {
        String name = Pattern.quote(variable);
        Pattern head = Pattern.compile(
                switch (grammar) {
                    case SH -> INDENT + SH_WORDS + name + "=";
                    case FISH -> INDENT + "(?:" + FISH_WORDS + name + "[ \\t]+|export[ \\t]+" + name + "=)";
                    case NONE -> "(?!)";
                });
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        Matcher found = head.matcher(text);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        String rest = text.substring(found.end());
        int end = new OneWord(rest).end();
        return end >= 0 && rest.substring(end).matches("(?s)[ \\t]*|[ \\t]+#.*")
                ? Optional.of(rest.substring(0, end))
                : Optional.empty();
    }

    /// One word of a shell's.
    private static final class OneWord {
        private final String text;
        private int at;

        OneWord(String text) {
            this.text = text;
        }

        /// Where it ends; -1 where it is not clear.
        int end() {
            while (at < text.length() && " \t".indexOf(text.charAt(at)) < 0) {
                if (!step()) {
                    return -1;
                }
            }
            return at;
        }

        private boolean step() {
            char c = text.charAt(at++);
            return switch (c) {
                case '\'' -> quoted('\'', false);
                case '"' -> quoted('"', true);
                case '\\' -> at++ < text.length();
                case '$' -> dollar();
                case ';', '&', '|', '<', '>', '(', ')', '`', '{', '}' -> false;
                default -> true;
            };
        }

        private boolean quoted(char end, boolean escapes) {
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == end) {
                    return true;
                }
                if (c == '`' && escapes) {
                    return false;
                }
                if (c == '\\' && escapes) {
                    at++;
                } else if (c == '$' && escapes && !dollar()) {
                    return false;
                }
            }
            return false;
        }

        /// `$NAME`, `${…}`, `$(…)` as far as they are simple.
        private boolean dollar() {
            if (text.startsWith("'", at)) {
                at++;
                return ansi();
            }
            if (text.startsWith("{", at)) {
                int close = text.indexOf('}', at);
                boolean simple = close > 0 && text.substring(at, close).matches("\\{[A-Za-z0-9_:./ -]*");
                at = close + 1;
                return simple;
            }
            if (text.startsWith("(", at)) {
                int close = text.indexOf(')', at);
                boolean simple = close > 0 && text.substring(at + 1, close).matches("[^()`\\\\\"'$#<>;&{}]*");
                at = close + 1;
                return simple;
            }
            return true;
        }

        private boolean ansi() {
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '\'') {
                    return true;
                }
                at += c == '\\' ? 1 : 0;
            }
            return false;
        }
    }
}
