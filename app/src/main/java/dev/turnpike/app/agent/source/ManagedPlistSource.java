package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An administrator's settings for Claude Code among the managed preferences of macOS, the stronger first.
public final class ManagedPlistSource implements Source {
    private static final String FILE = "com.anthropic.claudecode.plist";

    private final Path folder;
    private final String user;
    private final PropertyLists lists;

    /// @param root of the file system
    public ManagedPlistSource(Path root, Surroundings around, CommandRunner runner) {
        this.folder = root.resolve("Library/Managed Preferences");
        String named = around.variable("USER");
        Path home = around.userHome().getFileName();
        this.user = !named.isBlank() || home == null ? named : home.toString();
        this.lists = new PropertyLists(new Programs(runner, around));
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        for (Path file : List.of(folder.resolve(user).resolve(FILE), folder.resolve(FILE))) {
            if (Files.exists(file)) {
                Programs.Answer answer = lists.json(file);
                answer.out()
                        .ifPresentOrElse(
                                json -> ManagedPolicy.note(draft, Place.of(PlaceKind.MANAGED, "", file), json),
                                () -> draft.checked(PlaceKind.MANAGED, "", Optional.of(file), false, answer.note()));
            } else {
                draft.read(PlaceKind.MANAGED, "", file, Text.of("sources.missing"));
            }
        }
        return draft.report();
    }
}
