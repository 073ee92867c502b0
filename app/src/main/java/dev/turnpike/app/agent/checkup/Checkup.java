package dev.turnpike.app.agent.checkup;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.doctor.Accepted;
import dev.turnpike.app.agent.doctor.Doctor;
import dev.turnpike.app.agent.doctor.Ours;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agent.shell.LoginShell;
import dev.turnpike.app.agent.shell.ShellSource;
import dev.turnpike.app.agent.source.Sources;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.configuration.Configuration;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts the doctor of this machine together.
///
/// @param home Turnpike's own folder
public record Checkup(Surroundings around, ClaudeHome claude, ClaudeSetup setup, Path home, Clock clock) {
    /// The doctor who looks everywhere.
    ///
    /// @param configuration the gateway's, as it is when the doctor looks
    /// @param more what else tells something, such as what arrived
    public Doctor doctor(Supplier<Configuration> configuration, List<Source> more) {
        List<Source> all = new ArrayList<>(sources().all());
        all.add(new ShellSource(around, commenter(), ShellSource.LIMIT));
        all.addAll(more);
        return doctor(all, configuration, () -> LoginShell.of(around));
    }

    /// The doctor who reads files alone and runs nothing.
    public Doctor reader(Supplier<Configuration> configuration) {
        return doctor(sources().files(), configuration, () -> LoginShell.inFiles(around));
    }

    /// What makes lines of start-up files comments, and lines again.
    public LineCommenter commenter() {
        return new LineCommenter(around.userHome(), home, clock);
    }

    private Sources sources() {
        return Sources.of(around, claude, CommandRunner.real(), home);
    }

    private Doctor doctor(
            List<Source> sources, Supplier<Configuration> configuration, Supplier<Optional<LoginShell>> shell) {
        return new Doctor(
                sources,
                () -> ours(configuration.get()),
                () -> shell.get().map(LoginShell::name).orElse(""),
                new Accepted(home.resolve("accepted.json")),
                clock);
    }

    private Ours ours(Configuration configuration) {
        return new ClaudeOurs(
                Route.of(configuration),
                configuration.gateway(),
                claude.user(),
                setup.isConfigured(),
                setup.written(),
                clock.instant());
    }
}
