package dev.turnpike.gateway.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes events of an event stream: a name line, the data, an empty line.
public final class SseWriter {
    private static final byte[] EVENT = "event: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.US_ASCII);

    private SseWriter() {}

    /// Appends one whole event.
    ///
    /// @param data one line; JSON written compactly is one
    public static void write(ByteArrayOutputStream out, String name, byte[] data) {
        begin(out, name);
        out.writeBytes(data);
        end(out);
    }

    /// Appends everything that stands before the data.
    public static void begin(ByteArrayOutputStream out, String name) {
        out.writeBytes(EVENT);
        out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(DATA);
    }

    /// Appends what ends an event after its data.
    public static void end(ByteArrayOutputStream out) {
        out.write('\n');
        out.write('\n');
    }
}
