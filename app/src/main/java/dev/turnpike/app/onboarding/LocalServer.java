package dev.turnpike.app.onboarding;

import java.util.List;

/// What is known of a model server on this machine.
sealed interface LocalServer {
    /// It is being asked.
    record Looking() implements LocalServer {}

    /// It answered.
    record Found(List<String> models) implements LocalServer {
        public Found {
            models = List.copyOf(models);
        }
    }

    /// Nothing answered.
    record NotRunning() implements LocalServer {}
}
