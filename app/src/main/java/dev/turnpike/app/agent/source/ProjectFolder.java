package dev.turnpike.app.agent.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folder in which Claude Code is started, and the repository that it belongs to.
///
/// @param folder where it is started
record ProjectFolder(Path folder) {
    private static final Pattern WORKTREE =
            Pattern.compile("gitdir: *(.+)[/\\\\]\\.git[/\\\\]worktrees[/\\\\][^/\\\\]+\\s*");

    ProjectFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The settings that only this user has, the stronger first: those of the repository's main folder beat those
    /// of the folder itself, and hold in every folder and worktree of it.
    List<Path> localFiles() {
        Set<Path> folders = new LinkedHashSet<>();
        repository().ifPresent(folders::add);
        folders.add(folder);
        return folders.stream()
                .map(where -> where.resolve(".claude").resolve("settings.local.json"))
                .toList();
    }

    /// The settings that everybody in the project has; never those of a folder above.
    Path sharedFile() {
        return folder.resolve(".claude").resolve("settings.json");
    }

    /// The main folder of the repository.
    Optional<Path> repository() {
        for (Path here = folder; here != null; here = here.getParent()) {
            Path git = here.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(here);
            }
            if (FileText.of(git) instanceof FileText.Content(String text)) {
                return Optional.of(ofWorktree(here, text));
            }
        }
        return Optional.empty();
    }

    private static Path ofWorktree(Path here, String git) {
        Matcher led = WORKTREE.matcher(git);
        return led.matches() ? here.resolve(led.group(1)).normalize() : here;
    }
}
