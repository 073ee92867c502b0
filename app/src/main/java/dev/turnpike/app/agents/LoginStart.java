package dev.turnpike.app.agents;

import java.io.IOException;
import java.util.Optional;

/// Whether Turnpike is started when the user logs in. Each call may block.
public interface LoginStart {
    /// Whether it is; empty where it cannot be.
    Optional<Boolean> state();

    /// Has it started from the next login on.
    ///
    /// @throws IOException with a sentence for the user
    void enable() throws IOException;
}
