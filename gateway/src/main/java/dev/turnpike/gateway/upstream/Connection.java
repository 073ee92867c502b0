package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 connection to an upstream, used by one call at a time.
final class Connection {
    private static final Http1Config LIMITS = Http1Config.custom()
            // one for each direction; what is large passes them by
            .setBufferSize(4 * 1024)
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(256)
            .setMaxEmptyLineCount(10)
            .build();

    private final Origin origin;
    private final Socket ground;
    private final @Nullable SocketChannel channel;
    private final Wire wire;
    private boolean used;
    private long idleSince;

    /// @param socket what is spoken through
    /// @param ground the TCP socket beneath it, or the same one
    Connection(Origin origin, Socket socket, Socket ground) throws IOException {
        this.origin = origin;
        this.ground = ground;
        this.channel = origin.secure() ? null : ground.getChannel();
        this.wire = new Wire(LIMITS, socket, channel);
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

    /// Asking whether it still lives costs next to nothing; else a millisecond.
    boolean isQuickToAsk() {
        return channel != null;
    }

    /// Asks the socket whether the other end is still there. One that says something unasked is of no use either: its
    /// words would be taken for the next answer.
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
