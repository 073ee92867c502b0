package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.io.CloseMode;

/// One HTTP/1.1 connection to an upstream, used by one call at a time.
final class Connection {
    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(16 * 1024)
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(256)
            .setMaxEmptyLineCount(10)
            .build();

    private final Origin origin;
    private final Socket ground;
    private final DefaultBHttpClientConnection wire = new DefaultBHttpClientConnection(LIMITS);
    private boolean used;
    private long idleSince;

    /// @param socket what is spoken through
    /// @param ground the TCP socket beneath it, or the same one
    Connection(Origin origin, Socket socket, Socket ground) throws IOException {
        this.origin = origin;
        this.ground = ground;
        wire.bind(socket);
    }

    Origin origin() {
        return origin;
    }

    DefaultBHttpClientConnection wire() {
        return wire;
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

    /// Asks the socket whether the other end is still there; costs a millisecond.
    boolean isStale() {
        try {
            return wire.isStale();
        } catch (IOException e) {
            return true;
        }
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
