package dev.turnpike.app.agents;

import dev.turnpike.app.agent.ClaudeCode;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.HomePath;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What the room of agents is made of.
///
/// @param route where Claude Code's requests are to go; empty where the configuration cannot be read
/// @param unread why the configuration cannot be read, a sentence; may be empty
/// @param find looks for Claude Code on this machine; may run it
/// @param drawing runs where nodes may be touched
/// @param doctor finds what is in the way, and puts it right
public record AgentParts(
        ClaudeSetup setup,
        Supplier<Optional<Route>> route,
        Supplier<String> unread,
        Supplier<Optional<ClaudeCode>> find,
        Witness witness,
        WorkRunner work,
        Executor drawing,
        InstantSource clock,
        Path userHome,
        DoctorParts doctor) {

    /// A path as a user says it: from `~`.
    public String shown(Path file) {
        return HomePath.shown(file, userHome);
    }

    /// The same for a sentence with paths in it.
    public String shown(String sentence) {
        return HomePath.within(sentence, userHome);
    }
}
