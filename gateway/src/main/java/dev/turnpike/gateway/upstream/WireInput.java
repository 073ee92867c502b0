package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// What a connection reads from. It can be held to one arrival at a time: whoever reads on gets [NotYet] then instead
/// of
/// having to wait, so that bytes that came together leave together.
final class WireInput extends InputStream {
    /// There is nothing more to read for now. Nobody asks where it was thrown, so it does not look.
    static final class NotYet extends IOException {
        private static final long serialVersionUID = 1L;

        private NotYet() {
            super("nothing more has arrived");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private enum Mode {
        /// Waits for bytes whenever there are none.
        ALL,
        /// Waits for one arrival, and for no other.
        NEXT_ARRIVAL,
        /// Takes what is there and never waits; the channel is in non-blocking mode.
        WHAT_IS_THERE
    }

    private final InputStream waiting;
    private final @Nullable SocketChannel channel;
    private Mode mode = Mode.ALL;
    private boolean spent;

    /// @param waiting the socket's own stream
    /// @param channel the socket's channel; null where there is none to read from without waiting
    WireInput(InputStream waiting, @Nullable SocketChannel channel) {
        this.waiting = waiting;
        this.channel = channel;
    }

    /// Reads wait again whenever they have to.
    void all() {
        mode = Mode.ALL;
    }

    /// The next read may wait; one that would have to wait after it gets [NotYet].
    void nextArrival() {
        mode = Mode.NEXT_ARRIVAL;
        spent = false;
    }

    /// Reads take what is there; one that would have to wait gets [NotYet].
    void whatIsThere() {
        mode = Mode.WHAT_IS_THERE;
        spent = false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return switch (mode) {
            case ALL -> waiting.read(bytes, offset, length);
            case NEXT_ARRIVAL -> {
                use();
                spent = true;
                yield waiting.read(bytes, offset, length);
            }
            case WHAT_IS_THERE -> {
                use();
                yield present(bytes, offset, length);
            }
        };
    }

    private void use() throws NotYet {
        if (spent) {
            throw new NotYet();
        }
    }

    private int present(byte[] bytes, int offset, int length) throws IOException {
        if (channel == null) {
            throw new IllegalStateException("this connection can only be waited for");
        }
        int count = channel.read(ByteBuffer.wrap(bytes, offset, length));
        if (count == 0) {
            throw new NotYet();
        }
        // less than there was room for: asking again would find nothing
        spent = count >= 0 && count < length;
        return count;
    }

    @Override
    public void close() throws IOException {
        waiting.close();
    }
}
