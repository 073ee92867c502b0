package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Ink;
import dev.turnpike.app.cli.panel.VisibleLines;
import dev.turnpike.app.run.Refusal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where a command writes.
///
/// @param out what was asked for
/// @param bytes the same place, for what is no text; tells when nobody reads any more
/// @param err what went wrong
/// @param terminal `out` is seen by a person now
/// @param colour `out` may have colours
public record Screen(PrintWriter out, OutputStream bytes, PrintWriter err, boolean terminal, boolean colour) {
    /// This process's own. The launcher says whether standard output is a terminal: Java can only tell it of both ends
    /// at once.
    static Screen current() {
        boolean terminal = Boolean.getBoolean("turnpike.terminal");
        boolean colour = terminal
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(System.getenv("TERM"));
        return new Screen(
                writer(System.out), new FileOutputStream(FileDescriptor.out), writer(System.err), terminal, colour);
    }

    /// Writes what it is given to.
    interface Data {
        void to(OutputStream out) throws IOException;
    }

    /// Gives out what another program may read: the bytes as they are, or what a terminal may show of them. Ends
    /// quietly where nobody reads any more.
    void give(Data data) {
        try (OutputStream to = new BufferedOutputStream(terminal ? new VisibleLines(out) : bytes)) {
            data.to(to);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw new Refusal(Program.FAILED, "cannot write all of it: " + e.getMessage(), e);
            }
        }
    }

    Ink ink() {
        return new Ink(colour);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
