package dev.turnpike.app.agent.checkup;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.doctor.Accepted;
import dev.turnpike.app.agent.doctor.Doctor;
import dev.turnpike.app.agent.doctor.Ours;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.configuration.Configuration;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Puts the doctor of this machine together.
///
/// @param home Turnpike's own folder
public record Checkup(Surroundings around, ClaudeHome claude, ClaudeSetup setup, Path home, InstantSource clock) {
    /// The doctor who looks everywhere.
    ///
    /// @param configuration the gateway's, as it is when the doctor looks
    /// @param more what else tells something, such as what arrived
    public Doctor doctor(Supplier<Configuration> configuration, List<Source> more) {
        List<Source> sources = new ArrayList<>(more);
        return new Doctor(
                sources, () -> ours(configuration.get()), "", new Accepted(home.resolve("accepted.json")), clock);
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
