package dev.turnpike.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where a command writes.
///
/// @param out what was asked for
/// @param err what went wrong
/// @param terminal `out` is seen by a person now
/// @param colour `out` may have colours
public record Screen(PrintWriter out, PrintWriter err, boolean terminal, boolean colour) {
    /// This process's own. The launcher says whether standard output is a terminal: Java can only tell it of both ends
    /// at once.
    static Screen current() {
        boolean terminal = Boolean.getBoolean("turnpike.terminal");
        boolean colour = terminal
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(System.getenv("TERM"));
        return new Screen(writer(System.out), writer(System.err), terminal, colour);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
