package dev.turnpike.gateway.bytes;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Bytes that one thread at a time appends to: a [ByteArrayOutputStream] that takes no lock for each of them.
// taking no lock is what it is for
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
public class FrameBytes extends ByteArrayOutputStream {
    private static final int FIRST_BYTES = 512;

    public FrameBytes() {
        this(FIRST_BYTES);
    }

    public FrameBytes(int size) {
        super(size);
    }

    @Override
    public void write(int b) {
        room(1);
        buf[count++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        room(length);
        System.arraycopy(bytes, offset, buf, count, length);
        count += length;
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private void room(int length) {
        if (length > buf.length - count) {
            buf = Arrays.copyOf(buf, Math.max(Math.addExact(count, length), buf.length * 2));
        }
    }

    /// All bytes, which are then forgotten; a buffer that grew large is not kept.
    ///
    /// @param keep how large a buffer may stay
    public byte[] take(int keep) {
        byte[] taken = Arrays.copyOf(buf, count);
        count = 0;
        if (buf.length > keep) {
            buf = new byte[FIRST_BYTES];
        }
        return taken;
    }
}
