package dev.turnpike.app.agent.shell;

import dev.turnpike.app.platform.ProgramSearch;
import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The shells of this machine in which somebody may start Claude Code.
final class InstalledShells {
    private static final List<String> FOLDERS = List.of(
            "/bin",
            "/usr/bin",
            "/usr/local/bin",
            "/opt/homebrew/bin",
            "/run/current-system/sw/bin",
            "C:\\Program Files\\Git\\bin",
            "C:\\Program Files\\PowerShell\\7",
            "C:\\Windows\\System32\\WindowsPowerShell\\v1.0");

    private InstalledShells() {}

    /// The login shell, then each that is installed and has a file of the user's to read.
    static List<Shell> of(Surroundings around) {
        List<Shell> shells = new ArrayList<>();
        LoginShell.of(around).map(login -> Shell.of(login.path())).ifPresent(shells::add);
        for (ShellKind kind : ShellKind.values()) {
            for (String name : kind.programs()) {
                boolean known = shells.stream().anyMatch(shell -> shell.name().equals(name));
                if (!known
                        && (around.isWindows()
                                || StartupFiles.main(kind, around).isPresent())) {
                    program(name, around).map(Shell::of).ifPresent(shells::add);
                }
            }
        }
        return shells.stream()
                .flatMap(shell -> isReadOtherwise(shell, around) ? Stream.of(shell, shell.inside()) : Stream.of(shell))
                .toList();
    }

    /// A terminal of Linux' starts a bash that is no login shell: that one reads `~/.bashrc`, which a login shell does
    /// only if one of its files says so.
    private static boolean isReadOtherwise(Shell shell, Surroundings around) {
        Path home = around.userHome();
        SourceText source = new SourceText();
        Optional<Path> login = Stream.of(".bash_profile", ".bash_login", ".profile")
                .map(home::resolve)
                .filter(Files::isReadable)
                .findFirst();
        return shell.kind() == ShellKind.BASH
                && around.system().startsWith("Linux")
                && Files.isReadable(home.resolve(".bashrc"))
                && !login.filter(file -> source.has(file, line -> line.contains("bashrc")))
                        .isPresent();
    }

    private static Optional<Path> program(String name, Surroundings around) {
        // what Windows itself has of that name starts a Linux, whose files are its own
        boolean isBash = around.isWindows() && name.equals("bash");
        return (isBash ? Optional.<Path>empty() : ProgramSearch.find(name, around))
                .or(() -> FOLDERS.stream()
                        .flatMap(folder -> Stream.of(name, name + ".exe").map(Path.of(folder)::resolve))
                        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                        .findFirst());
    }
}
