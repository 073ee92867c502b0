package dev.turnpike.app.agent.shell;

import java.nio.file.Path;
import java.util.Locale;

/// A shell that is installed.
///
/// @param name as the user knows it: `zsh`
record Shell(ShellKind kind, String name, Path program) {
    /// The shell of that program.
    static Shell of(Path program) {
        String file = program.getFileName().toString().toLowerCase(Locale.ROOT);
        String name = file.endsWith(".exe") ? file.substring(0, file.length() - 4) : file;
        return new Shell(ShellKind.of(name), name, program);
    }
}
