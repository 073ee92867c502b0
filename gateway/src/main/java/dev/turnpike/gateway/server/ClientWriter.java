package dev.turnpike.gateway.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes to a client. What is written between [#hold] and [#release] leaves in one piece: the head of an answer and
/// its first words would wake the client twice.
final class ClientWriter implements DataWriter {
    private static final int USUAL_HEAD = 1024;

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

    @Override
    public void write(BufferData... buffers) {
        write(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        if (held == null) {
            socket.write(buffer);
        } else {
            held.writeBytes(buffer.readBytes());
        }
    }

    @Override
    public void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        if (held == null) {
            socket.writeNow(buffer);
        } else {
            held.writeBytes(buffer.readBytes());
        }
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
