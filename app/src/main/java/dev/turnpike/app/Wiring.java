package dev.turnpike.app;

import dev.turnpike.app.cli.Choice;
import dev.turnpike.app.cli.Parts;
import dev.turnpike.app.cli.RunningGateway;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationChoice;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.EnvironmentConfiguration;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.configuration.TurnpikeHome;
import dev.turnpike.gateway.configuration.WithOverrides;
import dev.turnpike.gateway.exchange.ExchangeListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// How the parts of the program find each other: all constructors in one place.
final class Wiring implements Parts {
    private final Surroundings around = Surroundings.current();

    @Override
    public Surroundings around() {
        return around;
    }

    @Override
    public Path home() {
        return turnpikeHome().folder();
    }

    private TurnpikeHome turnpikeHome() {
        return TurnpikeHome.of(around.environment(), System.getProperties());
    }

    @Override
    public ConfigurationChoice choose(Choice choice) {
        ConfigurationChoice chosen = ConfigurationChoice.of(
                choice.environment() ? around.environment() : withoutUpstream(),
                around.workingFolder(),
                choice.file(),
                choice.environment(),
                turnpikeHome(),
                secrets());
        boolean overridden = choice.host().isPresent() || choice.port().isPresent();
        return overridden
                ? new ConfigurationChoice(
                        new WithOverrides(chosen.source(), choice.host(), choice.port()), chosen.panels())
                : chosen;
    }

    /// Without the variable that makes the environment the configuration.
    private Map<String, String> withoutUpstream() {
        Map<String, String> rest = new HashMap<>(around.environment());
        rest.remove(EnvironmentConfiguration.UPSTREAM_BASE_URL);
        return rest;
    }

    @Override
    public SecretSource secrets() {
        return new EnvironmentSecrets(around.environment());
    }

    @Override
    public RunningGateway start(
            ConfigurationSource source, List<ExchangeListener> listeners, Consumer<String> notices) {
        return RunningGateway.of(Gateway.start(source, secrets(), listeners, notices));
    }
}
