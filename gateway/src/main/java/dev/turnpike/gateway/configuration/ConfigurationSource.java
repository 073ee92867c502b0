package dev.turnpike.gateway.configuration;

import java.util.function.Consumer;

/// Where the configuration comes from and how it changes.
public interface ConfigurationSource {
    /// Reads it.
    ///
    /// @throws InvalidConfiguration when it cannot be used
    Configuration read();

    /// Tells of changes until closed. `changed` gets each new valid configuration; `broken` the one line that says why
    /// an edit was not taken.
    AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken);
}
