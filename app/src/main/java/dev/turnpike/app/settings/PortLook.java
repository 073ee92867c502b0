package dev.turnpike.app.settings;

import dev.turnpike.app.hosting.Ports;
import dev.turnpike.gateway.Gateway;
import java.util.Optional;

/// What was found at a port.
///
/// @param holder who listens there, such as `node, process 4127`, as far as it can be known
/// @param next the next free one
public record PortLook(int port, boolean free, Optional<String> holder, int next) {
    /// Looks; takes a moment.
    public static PortLook at(int port) {
        return Ports.isFree(port)
                ? new PortLook(port, true, Optional.empty(), port)
                : new PortLook(port, false, Gateway.portHolder(port), Ports.freeAfter(port));
    }
}
