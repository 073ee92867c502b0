package dev.turnpike.app.cli;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.ClientRegister;
import dev.turnpike.app.agent.checkup.Checkup;
import dev.turnpike.app.agent.checkup.ProbedEnvironment;
import dev.turnpike.app.agent.doctor.Doctor;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.agent.upstream.RecordedEvidence;
import dev.turnpike.app.hosting.ModelListSource;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationChoice;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.EnvironmentConfiguration;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.configuration.TurnpikeHome;
import dev.turnpike.gateway.configuration.WithOverrides;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the commands are made of, put together from what is around this process.
record Parts(Surroundings around) {
    /// Turnpike's own folder; it need not exist.
    Path home() {
        return turnpikeHome().folder();
    }

    /// Where the configuration is, or would be.
    Path configurationFile() {
        return turnpikeHome().configurationFile();
    }

    private TurnpikeHome turnpikeHome() {
        return TurnpikeHome.of(around.environment(), around.properties());
    }

    /// Where Claude Code keeps its settings.
    ClaudeHome claude() {
        return ClaudeHome.of(around.environment(), around.userHome(), around.workingFolder(), around.system());
    }

    /// What brings Claude Code here and away again.
    ClaudeSetup setup() {
        return setup(around::environment);
    }

    /// The same, after a look at what this user's shells and the rest of the system set: a variable of another shell is
    /// in the way as much as one of this terminal.
    ClaudeSetup probedSetup(Configuration configuration) {
        ProbedEnvironment environment = new ProbedEnvironment(around.environment());
        ClaudeSetup setup = setup(environment);
        environment.learn(
                checkup(setup).doctor(() -> configuration, List.of()).examine(new Inquiry(Optional.empty(), true)));
        return setup;
    }

    private ClaudeSetup setup(Supplier<Map<String, String>> environment) {
        InstantSource clock = InstantSource.system();
        return new ClaudeSetup(
                claude(),
                environment,
                home(),
                new ClientRegister(new ConfigurationEditor(configurationFile()), clock),
                clock,
                Version.current());
    }

    /// What finds out why Claude Code does not come here, also from what was recorded lately.
    Doctor doctor() {
        Configuration configuration = choose(Choice.OWN).source().read();
        ClaudeSetup setup = setup();
        Source recorded = new RecordedEvidence(
                Recording.file(home()),
                InstantSource.system(),
                () -> configuration.gateway().address(),
                configuration::channels,
                configuration.recording().enabled() ? setup.since() : Optional.empty());
        Source port = new PortSource(configuration.gateway());
        Source models = new ModelListSource(() -> Optional.of(configuration));
        return checkup(setup).doctor(() -> configuration, List.of(new TerminalSource(around), recorded, port, models));
    }

    /// What reads the user's files alone, for a gateway that answers there.
    Doctor reader(Configuration configuration) {
        return checkup(setup()).reader(() -> configuration);
    }

    private Checkup checkup(ClaudeSetup setup) {
        return new Checkup(around, claude(), setup, home(), Clock.system(ZoneId.systemDefault()));
    }

    /// Where the configuration comes from.
    ///
    /// @throws dev.turnpike.gateway.configuration.InvalidConfiguration when that can already be said
    ConfigurationChoice choose(Choice choice) {
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

    SecretSource secrets() {
        return new EnvironmentSecrets(around.environment());
    }

    /// Starts a gateway in this process.
    Gateway start(ConfigurationSource source, Observers observers, Consumer<String> notices) {
        return Gateway.start(source, secrets(), observers, notices);
    }
}
