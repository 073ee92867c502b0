package dev.turnpike.app.agent.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kinds of text in which variables are set line by line; each gives them in the order of the text.
final class EnvironmentText {
    private static final Pattern PLAIN = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_]\\w*)=(.*)");
    private static final Pattern PAM = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s+((?:DEFAULT|OVERRIDE)=.*)");
    private static final Pattern EXPORT =
            Pattern.compile("(?:^|[;&|{]|\\bthen|\\bdo)\\s*(?:export|declare\\s+-x|typeset\\s+-x)\\s+");
    private static final Pattern WORD =
            Pattern.compile("\\G\\s*([A-Za-z_]\\w*)=((?:\\$\\([^)]*+\\)|[^\\s;&|'\"\\\\]|\\\\.|'[^']*+'|"
                    + "\"(?:[^\"\\\\]|\\\\.)*+\")*+)");

    private EnvironmentText() {}

    /// `/etc/environment`: everything behind a `#` is a comment, quotes count at the ends alone.
    static List<Assignment> pamEnvironment(String text) {
        List<Assignment> found = new ArrayList<>();
        for (Line line : lines(text, false)) {
            int comment = line.text().indexOf('#');
            Matcher set = PLAIN.matcher(comment < 0 ? line.text() : line.text().substring(0, comment));
            if (set.matches()) {
                String value = set.group(2).strip().replaceAll("^[\"'](.*?)[\"']?$", "$1");
                found.add(new Assignment(set.group(1), value, line.number()));
            }
        }
        return found;
    }

    /// `pam_env.conf`: `NAME DEFAULT=… OVERRIDE=…`, and `NAME=…` as some systems have it in the user's own.
    static List<Assignment> pamConfiguration(String text) {
        List<Assignment> found = new ArrayList<>();
        for (Line line : lines(text, true)) {
            Matcher set = PAM.matcher(line.text());
            Matcher plain = PLAIN.matcher(line.text());
            if (set.matches()) {
                String value = part(set.group(2), "OVERRIDE=");
                found.add(new Assignment(
                        set.group(1), value.isEmpty() ? part(set.group(2), "DEFAULT=") : value, line.number()));
            } else if (plain.matches()) {
                found.add(new Assignment(plain.group(1), Quoting.whole(plain.group(2)), line.number()));
            }
        }
        return found;
    }

    private static String part(String text, String name) {
        int at = text.indexOf(name);
        return at < 0 ? "" : Quoting.firstWord(text.substring(at + name.length()));
    }

    /// `environment.d`, and `.env` files: `NAME=value` with a shell's quotes.
    static List<Assignment> quoted(String text) {
        List<Assignment> found = new ArrayList<>();
        for (Line line : lines(text, true)) {
            Matcher set = PLAIN.matcher(line.text());
            if (set.matches()) {
                found.add(new Assignment(set.group(1), Quoting.whole(set.group(2)), line.number()));
            }
        }
        return found;
    }

    /// What a shell's text exports, as far as a search can tell: it is not run, so conditions are not seen.
    static List<Assignment> exports(String text) {
        List<Assignment> found = new ArrayList<>();
        for (Line line : lines(text, false)) {
            Matcher export = EXPORT.matcher(line.text());
            while (export.find()) {
                Matcher word = WORD.matcher(line.text())
                        .region(export.end(), line.text().length());
                while (word.find()) {
                    found.add(new Assignment(word.group(1), Quoting.firstWord(word.group(2)), line.number()));
                }
            }
        }
        return found;
    }

    private record Line(String text, int number) {
        boolean isComment() {
            String start = text.stripLeading();
            return start.startsWith("#") || start.startsWith(";");
        }
    }

    /// The lines that are no comments; a backslash at the end of one joins it with the next, where that is asked for.
    private static List<Line> lines(String text, boolean joined) {
        List<Line> lines = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        int number = 0;
        int first = 1;
        for (String line : text.lines().toList()) {
            number++;
            first = begun.isEmpty() ? number : first;
            if (joined && line.endsWith("\\")) {
                begun.append(line, 0, line.length() - 1);
                continue;
            }
            lines.add(new Line(begun.append(line).toString(), first));
            begun.setLength(0);
        }
        return lines.stream().filter(line -> !line.isComment()).toList();
    }
}
