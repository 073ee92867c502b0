package dev.turnpike.app;

import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agents.Witness;
import dev.turnpike.app.tray.TrayState.AgentLine;
import java.time.Duration;
import java.time.InstantSource;

/// Whether Claude Code comes here, in one word.
record AgentWatch(ClaudeSetup claude, Witness witness, InstantSource clock) {
    private static final Duration LATELY = Duration.ofMinutes(10);

    AgentLine line() {
        boolean lately = witness.last()
                .map(seen -> seen.at().plus(LATELY).isAfter(clock.instant()))
                .orElse(false);
        if (lately) {
            return AgentLine.CONNECTED;
        }
        return claude.isConfigured() ? AgentLine.CONFIGURED : AgentLine.NOT_CONFIGURED;
    }

    /// Calls that on any thread for each request of Claude Code's.
    Runnable listen(Runnable seen) {
        return witness.listen(sighting -> seen.run());
    }
}
