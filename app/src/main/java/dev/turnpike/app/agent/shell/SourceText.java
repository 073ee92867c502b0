package dev.turnpike.app.agent.shell;

import dev.turnpike.app.platform.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The lines of start-up files, each file read once.
final class SourceText {
    private final Map<Path, List<String>> files = new HashMap<>();

    /// One line, from 1; empty where there is none.
    String line(Path file, int line) {
        List<String> lines = lines(file);
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    /// The only line of that kind, comments aside; empty where there is none, or more than one.
    OptionalInt only(Path file, Predicate<String> kind) {
        List<String> lines = lines(file);
        int[] found = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).stripLeading().startsWith("#") && kind.test(lines.get(i)))
                .limit(2)
                .toArray();
        return found.length == 1 ? OptionalInt.of(found[0] + 1) : OptionalInt.empty();
    }

    /// Whether there is a line of that kind, comments aside.
    boolean has(Path file, Predicate<String> kind) {
        return lines(file).stream().anyMatch(line -> !line.stripLeading().startsWith("#") && kind.test(line));
    }

    private List<String> lines(Path file) {
        return files.computeIfAbsent(file, SourceText::read);
    }

    private static List<String> read(Path file) {
        try {
            return new String(RegularFile.read(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            // a place is then not known, which is said
            return List.of();
        }
    }
}
