package dev.turnpike.gateway.traffic.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How Windows takes a command apart, as its documentation says.
final class WindowsRules {
    private WindowsRules() {}

    /// The command line that the prompt of cmd gives to a program: variables are put in first, then carets and quotes
    /// are read. A variable that is not there stays as it stands.
    static String cmd(String typed, Map<String, String> variables) {
        return carets(percents(typed, variables));
    }

    private static String percents(String typed, Map<String, String> variables) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < typed.length()) {
            int end = typed.charAt(at) == '%' ? typed.indexOf('%', at + 1) : -1;
            // %NAME:a=b% and %NAME:~1,2% change what NAME holds
            String name = end < 0 ? "" : typed.substring(at + 1, end).split(":", 2)[0];
            if (end > at + 1 && variables.containsKey(name)) {
                line.append(variables.get(name));
                at = end + 1;
            } else {
                line.append(typed.charAt(at));
                at++;
            }
        }
        return line.toString();
    }

    private static String carets(String typed) {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c == '^' && !quoted) {
                at++;
                c = typed.charAt(at);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "&|<>()\r\n".indexOf(c) >= 0) {
                throw new IllegalArgumentException("cmd takes " + c + " for its own in " + typed);
            }
            line.append(c);
        }
        return line.toString();
    }

    /// The text of a PowerShell string between single quotes; typographic ones count, two are one.
    static String powerShell(String literal) {
        StringBuilder text = new StringBuilder();
        String quotes = "'\u2018\u2019\u201A\u201B";
        for (int at = 1; at < literal.length(); at++) {
            char c = literal.charAt(at);
            if (quotes.indexOf(c) >= 0) {
                at++;
                if (at == literal.length()) {
                    return text.toString();
                }
                if (quotes.indexOf(literal.charAt(at)) < 0) {
                    throw new IllegalArgumentException("the string ends early: " + literal);
                }
            }
            text.append(literal.charAt(at));
        }
        throw new IllegalArgumentException("the string has no end: " + literal);
    }

    /// What PowerShell makes of an argument where it passes them on the old way: quotes around one with white space,
    /// nothing else.
    static String legacy(String argument) {
        return argument.chars().anyMatch(Character::isWhitespace) ? '"' + argument + '"' : argument;
    }

    /// The arguments of a command line, as the C runtime of Microsoft reads them.
    static List<String> arguments(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        int backslashes = 0;
        for (int at = 0; at <= line.length(); at++) {
            char c = at < line.length() ? line.charAt(at) : ' ';
            if (c == '\\') {
                backslashes++;
                continue;
            }
            boolean literal = c == '"' && backslashes % 2 == 1;
            argument.repeat("\\", c == '"' ? backslashes / 2 : backslashes);
            begun |= backslashes > 0;
            backslashes = 0;
            if (c == '"' && !literal) {
                quoted = !quoted;
                begun = true;
            } else if (at == line.length() || (!quoted && (c == ' ' || c == '\t'))) {
                if (begun) {
                    arguments.add(argument.toString());
                }
                argument.setLength(0);
                begun = false;
            } else {
                argument.append(c);
                begun = true;
            }
        }
        return arguments;
    }
}
