package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 connection to an upstream, used by one call at a time.
final class Connection {
    private static final Http1Config LIMITS = Http1Config.custom()
            // one for each direction; what is large passes them by
            .setBufferSize(2 * 1024)
            .setMaxLineLength(64 * 1024)
            // the number at which it refuses: 256 fields pass
            .setMaxHeaderCount(257)
            .setMaxEmptyLineCount(10)
            .build();

    private final Origin origin;
    private final Socket ground;
    private final @Nullable SocketChannel channel;
    private final ReplyFraming framing = new ReplyFraming(LIMITS);
    private final Wire wire;
    private boolean used;
    private long idleSince;

    /// @param socket what is spoken through
    /// @param ground the TCP socket beneath it, or the same one
    Connection(Origin origin, Socket socket, Socket ground) throws IOException {
        this.origin = origin;
        this.ground = ground;
        this.channel = origin.secure() ? null : ground.getChannel();
        this.wire = new Wire(LIMITS, framing, socket, channel);
    }

    Origin origin() {
        return origin;
    }

    Wire wire() {
        return wire;
    }

    /// To wait for bytes together with other connections; null where they pass through something else on their way.
    @Nullable
    SocketChannel channel() {
        return channel;
    }

    /// It has carried a call before, so the upstream may have closed it in the meantime.
    boolean used() {
        return used;
    }

    void rest(long now) {
        used = true;
        idleSince = now;
    }

    long idleNanos(long now) {
        return now - idleSince;
    }

    /// The last reply ended beyond doubt, and nothing was read of what may follow it.
    boolean isClean() {
        return framing.isClean() && !wire.input().isLittered();
    }

    /// Nothing has come that no request asked for: it would be taken for the answer to the next one. Costs next to
    /// nothing where nothing has come.
    boolean isQuiet() {
        try {
            if (!isClean()) {
                return false;
            }
            if (channel != null) {
                return isSilent(channel);
            }
            if (ground.getInputStream().available() == 0) {
                return true;
            }
            // beneath TLS there may be no more than a session ticket
            return origin.secure() && !isStale() && !wire.isDataAvailable(Timeout.ofMilliseconds(1));
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks the socket whether the other end is still there; costs a millisecond where it cannot be asked without
    /// waiting.
    boolean isStale() {
        try {
            return channel == null ? wire.isStale() : !isSilent(channel);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isSilent(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        boolean silent = channel.read(ByteBuffer.allocate(1)) == 0;
        channel.configureBlocking(true);
        return silent;
    }

    /// Ends it at once, from any thread.
    void drop() {
        try {
            // first, as TLS would say goodbye before it closes, and wait for a write that blocks
            ground.setSoLinger(true, 0);
            ground.close();
        } catch (IOException e) {
            // it is closed already
        }
        wire.close(CloseMode.IMMEDIATE);
    }
}
