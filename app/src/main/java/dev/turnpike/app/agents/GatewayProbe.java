package dev.turnpike.app.agents;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// Asks the gateway itself. Each call may block.
public interface GatewayProbe {
    /// Why our gateway does not answer there, a sentence; empty where it does.
    Optional<String> trouble(URI gateway);

    /// Has a small request answered by a model; its status.
    ///
    /// @throws IOException where the gateway cannot be reached
    int ask(URI gateway) throws IOException;
}
