package dev.turnpike.app.agent;

import java.io.IOException;
import java.nio.file.Path;

/// Where the gateway keeps which tokens it accepts from configured clients.
public interface ClientTokens {
    /// Whether that token was given to that target and still counts.
    boolean knows(Path target, String token);

    /// Accepts the token for the target; the target's earlier ones retire. Makes an access key where there is none.
    void admit(Path target, String token) throws IOException;

    /// The target's tokens retire.
    void retire(Path target) throws IOException;
}
