package dev.turnpike.app.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Where Claude Code keeps its settings files.
///
/// @param user `~/.claude`, or what `CLAUDE_CONFIG_DIR` names
/// @param managed the folder of an administrator's settings
/// @param project the folder in which Claude Code is started
public record ClaudeHome(Path user, Path managed, Path project) {
    /// The places on this system.
    ///
    /// @param system the name of the operating system, as in `os.name`
    public static ClaudeHome of(Map<String, String> environment, Path userHome, Path project, String system) {
        String elsewhere = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
        Path user = elsewhere.isBlank() ? userHome.resolve(".claude") : project.resolve(elsewhere);
        return new ClaudeHome(user, Path.of(managedFolder(system)), project);
    }

    private static String managedFolder(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "/Library/Application Support/ClaudeCode";
        }
        return name.startsWith("windows") ? "C:\\Program Files\\ClaudeCode" : "/etc/claude-code";
    }

    /// An administrator's files, the strongest first: the fragments are merged in alphabetical order over the main one.
    public List<Path> managedFiles() {
        List<Path> files = new ArrayList<>();
        Path fragments = managed.resolve("managed-settings.d");
        if (Files.isDirectory(fragments)) {
            try (Stream<Path> found = Files.list(fragments)) {
                found.filter(f -> f.getFileName().toString().endsWith(".json"))
                        .sorted()
                        .forEach(files::addFirst);
            } catch (IOException e) {
                // a folder that this user may not list: Claude Code, running as them, reads nothing there either
                files.clear();
            }
        }
        files.add(managed.resolve("managed-settings.json"));
        return files;
    }

    /// All files that can set something, the strongest first, each once.
    public List<Path> files() {
        List<Path> files = new ArrayList<>(managedFiles());
        files.addAll(projectFiles());
        files.add(user.resolve("settings.json"));
        return files.stream().map(Path::normalize).distinct().toList();
    }

    /// The project's files, the stronger first; none where the project is the user's own folder.
    List<Path> projectFiles() {
        Path folder = project.resolve(".claude");
        List<Path> files = List.of(folder.resolve("settings.local.json"), folder.resolve("settings.json"));
        Path own = user.resolve("settings.json").normalize();
        return files.stream().filter(file -> !file.normalize().equals(own)).toList();
    }
}
