package dev.turnpike.app.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds programs as a shell does.
public final class ProgramSearch {
    private static final List<String> WINDOWS_ENDINGS = List.of(".exe", ".cmd", ".bat", "");

    private ProgramSearch() {}

    /// The program of that name on PATH, or at that place where the name has a separator in it.
    public static Optional<Path> find(String name, Surroundings around) {
        boolean place = name.contains("/") || (around.isWindows() && name.contains("\\"));
        Stream<Path> folders = place ? Stream.of(around.workingFolder()) : path(around);
        return folders.flatMap(folder -> endings(around).map(ending -> folder.resolve(name + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> path(Surroundings around) {
        String path = around.variable(around.isWindows() ? "Path" : "PATH");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(around.workingFolder()::resolve);
    }

    private static Stream<String> endings(Surroundings around) {
        return around.isWindows() ? WINDOWS_ENDINGS.stream() : Stream.of("");
    }
}
