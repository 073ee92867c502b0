package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a connection writes to. It can hold a request back, for somebody who writes it without waiting.
final class WireOutput extends OutputStream {
    /// Smaller arrays belong to the connection, which uses them again; larger ones are parts of a body.
    private static final int OWN_BYTES = 16 * 1024;

    private final OutputStream writing;
    private @Nullable List<ByteBuffer> held;

    WireOutput(OutputStream writing) {
        this.writing = writing;
    }

    /// From now on nothing is written.
    void hold() {
        held = new ArrayList<>();
    }

    /// What was held back, in order; from now on everything is written again.
    ByteBuffer[] release() {
        ByteBuffer[] all = held == null ? new ByteBuffer[0] : held.toArray(ByteBuffer[]::new);
        held = null;
        return all;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (held == null) {
            writing.write(bytes, offset, length);
        } else if (length < OWN_BYTES) {
            held.add(ByteBuffer.allocate(length).put(bytes, offset, length).flip());
        } else {
            held.add(ByteBuffer.wrap(bytes, offset, length));
        }
    }

    @Override
    public void flush() throws IOException {
        if (held == null) {
            writing.flush();
        }
    }

    @Override
    public void close() throws IOException {
        writing.close();
    }
}
