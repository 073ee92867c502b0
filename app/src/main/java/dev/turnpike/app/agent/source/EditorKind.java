package dev.turnpike.app.agent.source;

import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An editor of the VS Code family; they differ in the names of their folders.
///
/// @param folder in which a user's settings are
/// @param extensions the folder in the home in which extensions are
/// @param server the folder in the home of the part that runs here for an editor elsewhere
/// @param flatpak its name as a Flatpak; empty where there is none
record EditorKind(String name, String folder, String extensions, String server, String flatpak) {
    static final List<EditorKind> ALL = List.of(
            new EditorKind("VS Code", "Code", ".vscode", ".vscode-server", "com.visualstudio.code"),
            new EditorKind(
                    "VS Code Insiders",
                    "Code - Insiders",
                    ".vscode-insiders",
                    ".vscode-server-insiders",
                    "com.visualstudio.code.insiders"),
            new EditorKind("VSCodium", "VSCodium", ".vscode-oss", ".vscodium-server", "com.vscodium.codium"),
            new EditorKind("Cursor", "Cursor", ".cursor", ".cursor-server", ""),
            new EditorKind("Windsurf", "Windsurf", ".windsurf", ".windsurf-server", ""));

    /// The settings that the user has in this editor.
    Path settings(Surroundings around) {
        return userFolder(around).resolve("settings.json");
    }

    private Path userFolder(Surroundings around) {
        return UserFolders.applications(around).resolve(folder).resolve("User");
    }

    /// All settings files of the user that are there, that one first.
    List<Path> files(Surroundings around) {
        List<Path> files = new ArrayList<>(List.of(settings(around)));
        List<Path> more = new ArrayList<>();
        Folder.list(userFolder(around).resolve("profiles"), _ -> true)
                .forEach(profile -> more.add(profile.resolve("settings.json")));
        more.add(around.userHome().resolve(server).resolve("data/Machine/settings.json"));
        if (!flatpak.isEmpty()) {
            Path inside = around.userHome().resolve(".var/app").resolve(flatpak).resolve("config");
            more.add(inside.resolve(folder).resolve("User/settings.json"));
        }
        more.stream().filter(Files::exists).forEach(files::add);
        return files;
    }

    /// Whether it was ever used here.
    boolean isThere(Surroundings around) {
        return Files.isDirectory(userFolder(around))
                || extensionFolders(around).stream().anyMatch(Files::isDirectory)
                || files(around).size() > 1;
    }

    /// Where its extensions are.
    List<Path> extensionFolders(Surroundings around) {
        return List.of(
                around.userHome().resolve(extensions).resolve("extensions"),
                around.userHome().resolve(server).resolve("extensions"));
    }

    /// The version of Claude Code's extension in it.
    Optional<String> extension(Surroundings around) {
        return extensionFolders(around).stream()
                .flatMap(where -> ExtensionFolder.claude(where).stream())
                .max(ExtensionFolder.BY_NUMBERS);
    }
}
