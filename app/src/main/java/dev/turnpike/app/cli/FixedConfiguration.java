package dev.turnpike.app.cli;

import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A configuration that never changes.
public record FixedConfiguration(Configuration configuration) implements ConfigurationSource {
    /// No channel, no access key: the demo channel answers.
    public static FixedConfiguration demo(String host, int port) {
        GatewaySettings gateway = new GatewaySettings(host, port, Optional.empty());
        return new FixedConfiguration(
                new Configuration(gateway, new ChannelBook(List.of()), true, "no configuration", List.of()));
    }

    @Override
    public Configuration read() {
        return configuration;
    }

    @Override
    public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
        return () -> {};
    }
}
