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
/// @param home the user's own folder
/// @param state the file in which it remembers what it was told once, such as that its greeting was seen
public record ClaudeHome(Path user, Path managed, Path project, Path home, Path state) {
    private static final String USUAL = ".claude";
    private static final String STATE = ".claude.json";

    /// With its settings at the usual place in a user's own folder.
    public ClaudeHome(Path user, Path managed, Path project) {
        this(user, managed, project, above(user), above(user).resolve(STATE));
    }

    private static Path above(Path folder) {
        Path above = folder.toAbsolutePath().getParent();
        return above == null ? folder : above;
    }

    /// The places on this system.
    ///
    /// @param system the name of the operating system, as in `os.name`
    public static ClaudeHome of(Map<String, String> environment, Path userHome, Path project, String system) {
        String elsewhere = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
        ClaudeHome usual = new ClaudeHome(
                userHome.resolve(USUAL), Path.of(managedFolder(system)), project, userHome, userHome.resolve(STATE));
        return elsewhere.isBlank() ? usual : usual.in(project.resolve(elsewhere));
    }

    /// The same with another folder in the place of `~/.claude`, which then holds the state too.
    public ClaudeHome in(Path folder) {
        return new ClaudeHome(folder, managed, project, home, folder.resolve(STATE));
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

    /// The project's files, the strongest first; without the user's own where the project is their own folder.
    List<Path> projectFiles() {
        ProjectFolder folder = new ProjectFolder(project);
        List<Path> files = new ArrayList<>(folder.localFiles());
        files.add(folder.sharedFile());
        Path own = user.resolve("settings.json").toAbsolutePath().normalize();
        return files.stream().filter(file -> !file.equals(own)).toList();
    }
}
