package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/// One HTTP/1.1 connection to an upstream, used by one call at a time.
final class Connection {
    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(16 * 1024)
            .setMaxLineLength(64 * 1024)
            // the number at which it refuses: 256 fields pass
            .setMaxHeaderCount(257)
            .setMaxEmptyLineCount(10)
            .build();

    private final Origin origin;
    private final Socket ground;
    private final ReplyFraming framing = new ReplyFraming(LIMITS);
    private final DefaultBHttpClientConnection wire =
            new DefaultBHttpClientConnection(LIMITS, null, null, framing, null, null, config -> framing);
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

    /// The last reply ended beyond doubt, and nothing was read of what may follow it.
    boolean isClean() {
        return framing.isClean();
    }

    /// Nothing has come that no request asked for: it would be taken for the answer to the next one. Costs nothing
    /// where nothing has come.
    boolean isQuiet() {
        try {
            if (!isClean()) {
                return false;
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
