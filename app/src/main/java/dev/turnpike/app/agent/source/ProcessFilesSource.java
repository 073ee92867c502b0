package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the running Claude Codes of this user were started with, as Linux tells in `/proc`.
public final class ProcessFilesSource implements Source {
    private static final int MOST = 20;

    private final Path root;
    private final Surroundings around;
    private final Path own;

    /// @param root of the file system
    /// @param own the folder in which the settings are that we give to a Claude Code of ours
    public ProcessFilesSource(Path root, Surroundings around, Path own) {
        this.root = root;
        this.around = around;
        this.own = own;
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        ProcessNotes notes = new ProcessNotes(draft, own);
        Optional<Object> user = owner(around.userHome());
        Folder.list(root.resolve("proc"), name -> name.matches("[0-9]{1,10}")).stream()
                .filter(folder -> user.isPresent() && owner(folder).equals(user))
                .flatMap(folder -> process(folder).stream())
                .limit(MOST)
                .forEach(notes::add);
        return draft.report();
    }

    private static Optional<ClaudeProcess> process(Path folder) {
        List<String> arguments = words(folder.resolve("cmdline"));
        if (!ClaudeProcess.isOne(arguments)) {
            return Optional.empty();
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (String word : words(folder.resolve("environ"))) {
            int is = word.indexOf('=');
            if (is > 0) {
                environment.put(word.substring(0, is), word.substring(is + 1));
            }
        }
        String input =
                link(folder.resolve("fd").resolve("0")).map(Path::toString).orElse("");
        return Optional.of(new ClaudeProcess(
                Long.parseLong(folder.getFileName().toString()),
                arguments,
                environment,
                link(folder.resolve("cwd")),
                input.startsWith("/dev/pts/") || input.startsWith("/dev/tty") ? input : ""));
    }

    private static List<String> words(Path file) {
        return FileText.of(file) instanceof FileText.Content(String text)
                ? Arrays.stream(text.split("\0", -1))
                        .filter(word -> !word.isEmpty())
                        .toList()
                : List.of();
    }

    /// A process may end while it is looked at.
    private static Optional<Path> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> owner(Path file) {
        try {
            return Optional.of(Files.getAttribute(file, "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
