package dev.turnpike.app.cli;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSettings;
import dev.turnpike.app.agent.EnvironmentBlock;
import dev.turnpike.app.agent.ManagedOverrides;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SettingsMerge;
import dev.turnpike.app.agent.TierModels;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.ProgramSearch;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.run.BackgroundGateway;
import dev.turnpike.app.run.ChildProcess;
import dev.turnpike.app.run.ClaudeArguments;
import dev.turnpike.app.run.GatewayProcess;
import dev.turnpike.app.run.Leases;
import dev.turnpike.app.run.Leases.Lease;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One `turnpike run`.
///
/// @param model stands in for all models, where given
/// @param server look for the gateway and start it where none answers
/// @param lingerSeconds how long a gateway that was started stays when nobody needs it
record GatewayRun(Parts parts, Screen screen, Optional<String> model, boolean server, long lingerSeconds) {
    private static final int NOT_FOUND = 127;

    /// Runs Claude Code; the environment block goes in twice, since each of its settings files beats the process
    /// environment.
    ///
    /// @param options ours, in Claude Code's words
    /// @param arguments the user's
    /// @return Claude Code's exit code
    int claudeCode(List<String> options, List<String> arguments) throws IOException {
        Surroundings around = parts.around();
        Path claude = claude(around);
        ClaudeArguments theirs = ClaudeArguments.of(arguments);
        ObjectNode named = named(theirs, around);
        ClaudeHome home = parts.claude();
        Configuration configuration = configuration();
        GatewaySettings gateway = configuration.gateway();
        List<ClaudeSettings.Usable> settings = settings(home, named);
        EnvironmentBlock block = block(configuration, model(settings), environments(settings));
        ManagedOverrides.of(home, block).forEach(line -> screen.err().println("turnpike: " + Visible.line(line)));
        try (Lease lease = ready(gateway)) {
            PrivateFiles.write(lease.settingsFile(), SettingsMerge.merged(named, block));
            List<String> command = new ArrayList<>(List.of(
                    claude.toString(), "--settings", lease.settingsFile().toString()));
            command.addAll(options);
            command.addAll(theirs.rest());
            Map<String, String> environment = new HashMap<>(around.environment());
            environment.putAll(block.whole());
            return ChildProcess.run(command, environment, around.workingFolder());
        }
    }

    /// Runs any other program; only its process environment is changed.
    int program(List<String> command) throws IOException {
        Surroundings around = parts.around();
        Path program = ProgramSearch.find(command.getFirst(), around)
                .orElseThrow(() -> new Refusal(NOT_FOUND, "cannot find the program " + command.getFirst()));
        Configuration configuration = configuration();
        GatewaySettings gateway = configuration.gateway();
        EnvironmentBlock block = block(configuration, "", List.of(around.environment()));
        Lease lease = ready(gateway);
        try {
            List<String> whole = new ArrayList<>(command);
            whole.set(0, program.toString());
            Map<String, String> environment = new HashMap<>(around.environment());
            block.blanked().forEach(environment::remove);
            environment.putAll(block.variables());
            return ChildProcess.run(whole, environment, around.workingFolder());
        } finally {
            lease.close();
        }
    }

    /// The lease comes first: a gateway that is about to end sees it, or is gone when it is looked for.
    private Lease ready(GatewaySettings gateway) throws IOException {
        Leases leases = new Leases(parts.home());
        Lease lease = leases.take();
        try {
            if (server) {
                background().ensure(leases, gateway.address(), gateway.accessKey());
            }
            return lease;
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private BackgroundGateway background() {
        return new BackgroundGateway(
                GatewayProcess.command(parts.around(), List.of("serve", "--linger=" + lingerSeconds)),
                GatewayProcess.environment(parts.around().environment(), parts.home()),
                parts.home());
    }

    private Configuration configuration() {
        return parts.choose(Choice.OWN).source().read();
    }

    private EnvironmentBlock block(
            Configuration configuration, String settingsModel, List<Map<String, String>> environments) {
        Route route = Route.of(configuration);
        Route told = model.map(name -> route.with(TierModels.all(name, configuration)))
                .orElse(route);
        return EnvironmentBlock.of(told, configuration.gateway().accessKey(), settingsModel, environments);
    }

    private static Path claude(Surroundings around) {
        String named = around.variable("TURNPIKE_CLAUDE");
        return ProgramSearch.find(named.isBlank() ? "claude" : named, around)
                .orElseThrow(() -> new Refusal(
                        NOT_FOUND,
                        named.isBlank()
                                ? "cannot find claude on PATH: install Claude Code, or set TURNPIKE_CLAUDE to its program"
                                : "TURNPIKE_CLAUDE is " + named + ", and there is no such program"));
    }

    private static ObjectNode named(ClaudeArguments arguments, Surroundings around) {
        try {
            return SettingsMerge.named(arguments.settings(), around.workingFolder());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Program.WRONG, String.valueOf(e.getMessage()), e);
        }
    }

    /// What sets something for Claude Code, the strongest first.
    private static List<ClaudeSettings.Usable> settings(ClaudeHome home, ObjectNode named) {
        List<ClaudeSettings.Usable> all = new ArrayList<>();
        all.add(new ClaudeSettings.Usable(Path.of("--settings"), named));
        for (ClaudeSettings settings : ClaudeSettings.readAll(home.files())) {
            if (settings instanceof ClaudeSettings.Usable usable) {
                all.add(usable);
            }
        }
        return all;
    }

    private static String model(List<ClaudeSettings.Usable> settings) {
        return settings.stream()
                .map(each -> each.content().path("model").asString(""))
                .filter(model -> !model.isBlank())
                .findFirst()
                .orElse("");
    }

    private List<Map<String, String>> environments(List<ClaudeSettings.Usable> settings) {
        List<Map<String, String>> environments = new ArrayList<>();
        settings.forEach(each -> environments.add(each.environment()));
        environments.add(parts.around().environment());
        return environments;
    }
}
