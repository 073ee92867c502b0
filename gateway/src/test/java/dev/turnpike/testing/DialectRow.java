package dev.turnpike.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A row of `src/test/dialects/rows.md`: something that upstreams or clients do, and what the gateway makes of it.
///
/// @param part the heading above it
/// @param why empty where it is built
public record DialectRow(int number, String part, Status status, String sentence, String why) {
    /// How far a row is true.
    public enum Status {
        BUILT,
        ROUTES,
        APPLICATION,
        REFUSED
    }

    private static final Path FILE = Path.of("src/test/dialects/rows.md");
    private static final Pattern LINE = Pattern.compile("\\| (\\d+) \\| ([a-z]+) \\| (.+?\\.) \\| (.*?) ?\\|");

    /// Of the file, in its order; a line that is none fails.
    public static List<DialectRow> all() {
        List<DialectRow> rows = new ArrayList<>();
        String part = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                part = line.substring(3);
            } else if (line.startsWith("| ") && !line.startsWith("| row")) {
                rows.add(row(part, line));
            }
        }
        return rows;
    }

    private static DialectRow row(String part, String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalStateException("no row: " + line);
        }
        Status status = Status.valueOf(found.group(2).toUpperCase(Locale.ROOT));
        return new DialectRow(Integer.parseInt(found.group(1)), part, status, found.group(3), found.group(4));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
