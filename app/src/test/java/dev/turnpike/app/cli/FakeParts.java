package dev.turnpike.app.cli;

import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationChoice;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.PanelSettings;
import dev.turnpike.gateway.exchange.ExchangeListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A program whose configuration and surroundings a test chooses.
record FakeParts(Path folder, ConfigurationSource source, Map<String, String> environment) implements Parts {
    @Override
    public Surroundings around() {
        return new Surroundings(environment, folder, folder.resolve("user"), "Linux");
    }

    @Override
    public Path home() {
        return folder.resolve("turnpike");
    }

    @Override
    public ConfigurationChoice choose(Choice choice) {
        return new ConfigurationChoice(source, new PanelSettings(Optional.empty(), 1400));
    }

    @Override
    public SecretSource secrets() {
        return reference -> Optional.empty();
    }

    @Override
    public RunningGateway start(
            ConfigurationSource chosen, List<ExchangeListener> listeners, Consumer<String> notices) {
        return new FakeGateway(chosen);
    }
}
