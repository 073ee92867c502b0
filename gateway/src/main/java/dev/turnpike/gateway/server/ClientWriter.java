package dev.turnpike.gateway.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes to a client. What is written between [#hold] and [#release] leaves in one piece: the head of an answer and
/// its first words would wake the client twice.
final class ClientWriter implements DataWriter {
    private static final int USUAL_HEAD = 1024;

    /// What is larger is not copied to save one call.
    private static final int SMALL = 16 * 1024;

    private final DataWriter socket;
    private @Nullable ByteArrayOutputStream held;

    ClientWriter(DataWriter socket) {
        this.socket = socket;
    }

    void hold() {
        held = new ByteArrayOutputStream(USUAL_HEAD);
    }

    void release() {
        ByteArrayOutputStream all = held;
        held = null;
        if (all != null) {
            socket.writeNow(BufferData.create(all.toByteArray()));
        }
    }

    /// Forgets what was held: the answer cannot go on.
    void drop() {
        held = null;
    }

    @Override
    public void write(BufferData... buffers) {
        write(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        if (!isHeld(buffer)) {
            socket.write(buffer);
        }
    }

    @Override
    public void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        if (!isHeld(buffer)) {
            socket.writeNow(buffer);
        }
    }

    private boolean isHeld(BufferData buffer) {
        if (held != null && held.size() + buffer.available() > SMALL) {
            release();
        }
        if (held == null) {
            return false;
        }
        held.writeBytes(buffer.readBytes());
        return true;
    }

    @Override
    public void flush() {
        socket.flush();
    }

    @Override
    public void close() {
        socket.close();
    }
}
