package dev.turnpike.app.settings;

import dev.turnpike.app.hosting.Ports;
import dev.turnpike.gateway.Gateway;
import java.util.Optional;

/// What was found at a port.
///
/// @param holder who listens there, such as `node, process 4127`, as far as it can be known
/// @param next the next free one
public record PortLook(int port, boolean free, Optional<String> holder, int next) {
    /// Finds out about a port of a host; may take a moment.
    @FunctionalInterface
    public interface Search {
        PortLook at(String host, int port);
    }

    /// Looks; takes a moment.
    public static PortLook at(String host, int port) {
        return Ports.isFree(host, port)
                ? new PortLook(port, true, Optional.empty(), port)
                : new PortLook(port, false, Gateway.portHolder(port), Ports.freeAfter(host, port));
    }
}
