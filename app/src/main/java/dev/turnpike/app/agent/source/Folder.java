package dev.turnpike.app.agent.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is in a folder, as far as this user may see it.
final class Folder {
    /// More than any folder has that is looked into here.
    private static final int MOST = 2_000;

    private Folder() {}

    /// What is in it directly, in the order of the names; nothing where it cannot be listed.
    static List<Path> list(Path folder, Predicate<String> name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> name.test(file.getFileName().toString()))
                    .limit(MOST)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
