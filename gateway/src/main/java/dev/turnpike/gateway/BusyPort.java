package dev.turnpike.gateway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The gateway cannot listen because another process does. The message says who, where that can be known, and what to
/// do.
public final class BusyPort extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;
    private final @Nullable String holder;

    /// @param holder for people: `node, process 4127`; empty where it cannot be known
    public BusyPort(int port, Optional<String> holder) {
        super("port " + port + " is in use" + holder.map(who -> " by " + who).orElse("")
                + "; stop that program, or choose another port with --port or gateway.port");
        this.port = port;
        this.holder = holder.orElse(null);
    }

    public int port() {
        return port;
    }

    /// Who listens there.
    public Optional<String> holder() {
        return Optional.ofNullable(holder);
    }
}
