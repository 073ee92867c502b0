package dev.turnpike.app.agent.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One thing that a shell did while it started, as it says itself.
///
/// @param file in which it stands; empty where the shell was told on its command line
/// @param line in that file; 0 where the shell does not say
/// @param text may hold secrets: never kept, never shown
record TraceLine(Optional<Path> file, int line, String text) {
    /// Whether that name is in it as a whole word.
    boolean mentions(String name) {
        return mentions(text, name);
    }

    /// Whether that name is in a text as a whole word.
    static boolean mentions(String text, String name) {
        if (!text.contains(name)) {
            return false;
        }
        Matcher found = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])")
                .matcher(text);
        return found.find();
    }

    /// Whether both stand in the same place.
    boolean isAt(TraceLine other) {
        return file.equals(other.file) && line == other.line;
    }

    /// The file that it reads, where it is `.` or `source`.
    Optional<Path> reads(Path home) {
        if (!text.startsWith(". ") && !text.startsWith("source ")) {
            return Optional.empty();
        }
        String name = Words.of(text).stream().skip(1).findFirst().orElse("");
        return name.isEmpty() || name.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(home.resolve(name).normalize());
    }

    @Override
    public String toString() {
        return "TraceLine[" + file.map(Path::toString).orElse("") + ":" + line + "]";
    }
}
