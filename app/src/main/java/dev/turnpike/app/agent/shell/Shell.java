package dev.turnpike.app.agent.shell;

import java.nio.file.Path;
import java.util.Locale;

/// A shell that is installed.
///
/// @param name as the user knows it: `zsh`
/// @param login whether it is started as the first shell of a login, which bash reads other files for
record Shell(ShellKind kind, String name, Path program, boolean login) {
    /// The shell of that program.
    static Shell of(Path program) {
        String file = program.getFileName().toString().toLowerCase(Locale.ROOT);
        String name = file.endsWith(".exe") ? file.substring(0, file.length() - 4) : file;
        return new Shell(ShellKind.of(name), name, program, true);
    }

    /// The same, as a terminal starts it inside a session.
    Shell inside() {
        return new Shell(kind, name, program, false);
    }
}
