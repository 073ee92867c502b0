package dev.turnpike.app.agent.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `mise.toml` puts into the environment, found line by line.
final class MiseText {
    /// No line with a variable that matters is so long; a hostile one costs nothing then.
    private static final int LONGEST = 2_000;

    private static final Pattern SECTION = Pattern.compile("\\[\\[?([^\\]]++)\\]\\]?\\s*+(?:#.*)?");
    private static final Pattern PAIR = Pattern.compile("(env\\.)?\"?([A-Za-z_]\\w*+)\"?\\s*+=\\s*+(.*)");
    private static final Pattern INLINE = Pattern.compile("env\\s*+=\\s*+\\{(.*)\\}\\s*+(?:#.*)?");
    private static final Pattern VALUE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'|([^\\s,}#]+)");
    private static final Pattern TABLE = Pattern.compile("\\bvalue\\s*+=\\s*+");
    private static final Pattern INNER =
            Pattern.compile("(?<!\\w)([A-Za-z_]\\w*+)\\s*+=\\s*+(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+')");

    private MiseText() {}

    static List<Assignment> environment(String text) {
        List<Assignment> found = new ArrayList<>();
        String section = "";
        int number = 0;
        for (String whole : text.lines().toList()) {
            number++;
            String line = whole.strip();
            if (line.length() > LONGEST) {
                continue;
            }
            Matcher begins = SECTION.matcher(line);
            Matcher inline = INLINE.matcher(line);
            Matcher pair = PAIR.matcher(line);
            if (begins.matches()) {
                section = begins.group(1).strip();
            } else if (section.isEmpty() && inline.matches()) {
                Matcher inner = INNER.matcher(inline.group(1));
                while (inner.find()) {
                    found.add(new Assignment(inner.group(1), value(inner.group(2)), number));
                }
            } else if (pair.matches() && (pair.group(1) == null ? section.equals("env") : section.isEmpty())) {
                found.add(new Assignment(pair.group(2), value(pair.group(3)), number));
            }
        }
        return found;
    }

    /// `false` takes a variable away.
    private static String value(String toml) {
        Matcher inTable = TABLE.matcher(toml);
        boolean table = toml.startsWith("{") && inTable.find();
        Matcher value = VALUE.matcher(toml).region(table ? inTable.end() : 0, toml.length());
        if (!value.lookingAt()) {
            return "";
        }
        if (value.group(1) != null) {
            return value.group(1).replaceAll("\\\\(.)", "$1");
        }
        String said = value.group(2) == null ? value.group(3) : value.group(2);
        return said.equals("false") ? "" : said;
    }
}
