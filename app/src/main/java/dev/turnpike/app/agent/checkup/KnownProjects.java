package dev.turnpike.app.agent.checkup;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.platform.RegularFile;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The folders in which Claude Code was started, as its own file `.claude.json` lists them.
public final class KnownProjects {
    private KnownProjects() {}

    /// Those that still exist, the latest first; none where the file cannot be read.
    ///
    /// @param userHome where the file is unless `CLAUDE_CONFIG_DIR` moved it
    public static List<Path> of(ClaudeHome claude, Path userHome) {
        return Stream.of(claude.user().resolve(".claude.json"), userHome.resolve(".claude.json"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(KnownProjects::read)
                .orElse(List.of());
    }

    private static List<Path> read(Path file) {
        try {
            return JsonDocument.of(RegularFile.read(file)).names("/projects").reversed().stream()
                    .flatMap(KnownProjects::folder)
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException | InvalidJson _) {
            return List.of();
        }
    }

    private static Stream<Path> folder(String name) {
        try {
            return Stream.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Stream.empty();
        }
    }
}
