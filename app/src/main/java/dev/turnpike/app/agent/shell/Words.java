package dev.turnpike.app.agent.shell;

import java.util.ArrayList;
import java.util.List;

/// The words of a line as a shell reads them, or as it writes them when it says what it does.
final class Words {
    private final String text;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /// The words of it without their quotes; nothing is put in for variables.
    static List<String> of(String text) {
        Words words = new Words(text);
        List<String> found = new ArrayList<>();
        words.skipBlanks();
        while (words.at < text.length()) {
            found.add(words.next());
            words.skipBlanks();
        }
        return found;
    }

    /// The first word of it; empty for none.
    static String first(String text) {
        Words words = new Words(text);
        words.skipBlanks();
        return words.next();
    }

    /// The text of one quoted definition that reaches to the end.
    static String plain(String quoted) {
        return first(quoted);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String next() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at++);
            if (c == '\'') {
                upTo('\'', word);
            } else if (c == '"') {
                doubled(word);
            } else if (c == '$' && at < text.length() && text.charAt(at) == '\'') {
                at++;
                escaped(word);
            } else if (c == '\\' && at < text.length()) {
                word.append(loose(text.charAt(at++)));
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }

    /// What a backslash outside quotes means in fish's own writing; sh never writes a letter behind one.
    private static char loose(char c) {
        return c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }

    private void upTo(char end, StringBuilder word) {
        while (at < text.length() && text.charAt(at) != end) {
            word.append(text.charAt(at++));
        }
        at++;
    }

    private void doubled(StringBuilder word) {
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0) {
                c = text.charAt(at++);
            }
            word.append(c);
        }
        at++;
    }

    private void escaped(StringBuilder word) {
        while (at < text.length() && text.charAt(at) != '\'') {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                word.append(c);
                continue;
            }
            char letter = text.charAt(at++);
            switch (letter) {
                case 'n' -> word.append('\n');
                case 't' -> word.append('\t');
                case 'r' -> word.append('\r');
                case 'e', 'E' -> word.append('\u001b');
                case 'a' -> word.append('\u0007');
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    at--;
                    number(3, 8, word);
                }
                case 'x' -> number(2, 16, word);
                case 'u' -> number(4, 16, word);
                default -> word.append(letter);
            }
        }
        at++;
    }

    private void number(int most, int radix, StringBuilder word) {
        int value = 0;
        for (int i = 0; i < most && at < text.length() && Character.digit(text.charAt(at), radix) >= 0; i++) {
            value = value * radix + Character.digit(text.charAt(at++), radix);
        }
        word.append((char) value);
    }
}
