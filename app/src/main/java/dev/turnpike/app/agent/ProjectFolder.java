package dev.turnpike.app.agent;

import dev.turnpike.app.platform.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
public record ProjectFolder(Path folder) {
    private static final Pattern WORKTREE =
            Pattern.compile("gitdir: *(.+)[/\\\\]\\.git[/\\\\]worktrees[/\\\\][^/\\\\]+\\s*");

    public ProjectFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The settings that only this user has, the stronger first: those of the repository's main folder beat those
    /// of the folder itself, and hold in every folder and worktree of it.
    public List<Path> localFiles() {
        Set<Path> folders = new LinkedHashSet<>();
        repository().ifPresent(folders::add);
        folders.add(folder);
        return folders.stream()
                .map(where -> where.resolve(".claude").resolve("settings.local.json"))
                .toList();
    }

    /// The settings that everybody in the project has; never those of a folder above.
    public Path sharedFile() {
        return folder.resolve(".claude").resolve("settings.json");
    }

    /// The main folder of the repository.
    private Optional<Path> repository() {
        for (Path here = folder; here != null; here = here.getParent()) {
            Path git = here.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(here);
            }
            Optional<String> text = text(git);
            if (text.isPresent()) {
                return Optional.of(ofWorktree(here, text.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Path git) {
        try {
            return Optional.of(new String(RegularFile.read(git), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // most folders have none, and one that may not be read leads nowhere
            return Optional.empty();
        }
    }

    private static Path ofWorktree(Path here, String git) {
        Matcher led = WORKTREE.matcher(git);
        return led.matches() ? here.resolve(led.group(1)).normalize() : here;
    }
}
