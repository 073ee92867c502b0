package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.ShellWord;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the terminal servers of this user give to every new window: it was taken when they were started, and outlives
/// any change of a shell's files.
public final class TmuxSource implements Source {
    private static final int MOST_SERVERS = 4;
    private static final String DEFAULT = "default";
    private static final Pattern SET =
            Pattern.compile("([A-Za-z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*+)\"; export \\1;", Pattern.DOTALL);

    private final Surroundings around;
    private final Path root;
    private final Programs programs;

    /// @param root of the file system
    public TmuxSource(Path root, Surroundings around, CommandRunner runner) {
        this.around = around;
        this.root = root;
        this.programs = new Programs(runner, around);
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        sockets().stream().limit(MOST_SERVERS).forEach(socket -> server(draft, socket));
        others(draft);
        return draft.report();
    }

    private List<Path> sockets() {
        String named = around.variable("TMUX_TMPDIR");
        Path folder = named.isBlank() ? root.resolve("tmp") : Path.of(named);
        return user().map(id -> Folder.list(folder.resolve("tmux-" + id), _ -> true))
                .orElse(List.of());
    }

    /// Asks the one that is there: this command starts none.
    private void server(Draft draft, Path socket) {
        String label = socket.getFileName().toString();
        String name = label.equals(DEFAULT) ? "tmux" : "tmux " + label;
        String command = label.equals(DEFAULT) ? "tmux" : "tmux -L " + ShellWord.quoted(label);
        // without -u, and with no locale, it prints _ for what is not ASCII and for line ends
        Programs.Answer answer = programs.ask("tmux", "-u", "-S", socket.toString(), "show-environment", "-gs");
        answer.out().ifPresent(out -> {
            Matcher set = SET.matcher(out);
            while (set.find()) {
                draft.set(
                        set.group(1),
                        Quoting.whole('"' + set.group(2) + '"'),
                        Place.of(PlaceKind.SYSTEM, name),
                        List.of(new Remedy.Paste(command + " set-environment -gu " + set.group(1))));
            }
        });
        draft.checked(PlaceKind.SYSTEM, name, Optional.of(socket), answer.ok(), answer.note());
    }

    /// Servers of other kinds, which tell nobody what they hold.
    private void others(Draft draft) {
        user().ifPresent(id -> {
            List<Path> zellij = Folder.list(root.resolve("tmp").resolve("zellij-" + id), _ -> true);
            List<Path> screen = Folder.list(root.resolve("run/screen/S-" + around.variable("USER")), _ -> true);
            if (!zellij.isEmpty()) {
                draft.checked(PlaceKind.SYSTEM, "zellij", Optional.empty(), true, Text.of("sources.multiplexer"));
            }
            if (!screen.isEmpty()) {
                draft.checked(PlaceKind.SYSTEM, "screen", Optional.empty(), true, Text.of("sources.multiplexer"));
            }
        });
    }

    /// The number of the user to whom the home belongs.
    private Optional<Object> user() {
        try {
            return Optional.of(Files.getAttribute(around.userHome(), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
