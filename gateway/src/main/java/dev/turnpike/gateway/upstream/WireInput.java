package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// What a connection reads from. It can be held to one arrival at a time: whoever reads on gets [NotYet] then and need
/// not wait, so that bytes that came together leave together.
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
        /// Takes what is there and never waits.
        WHAT_IS_THERE
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final InputStream waiting;
    private final @Nullable SocketChannel channel;
    private Mode mode = Mode.ALL;
    private boolean spent;
    private boolean full;
    private boolean littered;
    private ByteBuffer present = NOTHING;

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

    /// The next read may wait; one that would have to wait after that gets [NotYet].
    void nextArrival() {
        mode = Mode.NEXT_ARRIVAL;
        spent = false;
    }

    /// Takes what is there from the channel, which is in non-blocking mode, as far as the landing holds it; reads get
    /// that, and [NotYet] behind it.
    ///
    /// @param landing holds it until it is read
    void whatIsThere(ByteBuffer landing) {
        mode = Mode.WHAT_IS_THERE;
        spent = false;
        full = false;
        present = landing.clear().limit(0);
    }

    /// The landing is wanted elsewhere.
    void leaveLanding() {
        littered |= present.hasRemaining();
        present = NOTHING;
    }

    /// Bytes arrived that nobody read: they belong to no answer.
    boolean isLittered() {
        return littered;
    }

    /// The landing was full: there may be more than what was read.
    boolean mayHaveMore() {
        return full;
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
                if (spent && waiting.available() == 0) {
                    throw new NotYet();
                }
                spent = true;
                yield waiting.read(bytes, offset, length);
            }
            case WHAT_IS_THERE -> present(bytes, offset, length);
        };
    }

    private int present(byte[] bytes, int offset, int length) throws IOException {
        if (!present.hasRemaining()) {
            if (spent) {
                throw new NotYet();
            }
            spent = true;
            if (!arrives()) {
                return -1;
            }
        }
        int count = Math.min(length, present.remaining());
        present.get(bytes, offset, count);
        return count;
    }

    /// False at the end of the connection.
    private boolean arrives() throws IOException {
        if (channel == null) {
            throw new IllegalStateException("this connection can only be waited for");
        }
        present.clear();
        int count = channel.read(present);
        // less than there was room for: asking again would find nothing
        full = !present.hasRemaining();
        present.flip();
        if (count == 0) {
            throw new NotYet();
        }
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        waiting.close();
    }
}
