package dev.turnpike.app.agent.shell;

import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The user's own files that a shell reads when it starts.
final class StartupFiles {
    private static final String SETTINGS = ".config/";

    private StartupFiles() {}

    /// All that it looks for, whether they exist or not; those last that it finds in a folder.
    static List<Path> of(ShellKind kind, Surroundings around) {
        List<Path> files = new ArrayList<>();
        kind.files().forEach(name -> files.add(file(name, around)));
        if (kind == ShellKind.FISH) {
            files.addAll(fragments(file(".config/fish/conf.d", around)));
            files.add(file(".config/fish/functions/claude.fish", around));
        }
        return files;
    }

    private static Path file(String name, Surroundings around) {
        String elsewhere = around.variable("XDG_CONFIG_HOME");
        return name.startsWith(SETTINGS) && elsewhere.startsWith("/")
                ? Path.of(elsewhere).resolve(name.substring(SETTINGS.length()))
                : around.userHome().resolve(name);
    }

    private static List<Path> fragments(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".fish"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The file in which a user most likely writes.
    static Optional<Path> main(ShellKind kind, Surroundings around) {
        List<Path> found =
                of(kind, around).stream().filter(Files::isRegularFile).toList();
        return found.stream()
                .filter(file -> file.getFileName().toString().matches("\\.bashrc|\\.zshrc|config\\.(fish|nu)"))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /// Whether it is the file in which fish keeps variables that are set once for good.
    static boolean isUniversal(Path file) {
        return file.endsWith("fish_variables");
    }
}
