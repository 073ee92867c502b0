package dev.turnpike.app.cli.panel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Bytes of any kind on their way to a terminal: their lines as UTF-8, with control characters as symbols.
public final class VisibleLines extends OutputStream {
    private final PrintWriter out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public VisibleLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        if (b == '\n') {
            out.println(taken());
        } else {
            line.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            write(bytes[i]);
        }
    }

    private String taken() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return Visible.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /// Ends a line that is not ended yet.
    @Override
    public void close() {
        if (line.size() > 0) {
            out.println(taken());
        }
        out.flush();
    }
}
