package dev.turnpike.app.agents;

import dev.turnpike.app.agent.ClaudeCode;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was found of Claude Code at one moment; looking may block.
///
/// @param undoable whether an edit of ours is in the file
/// @param managed what an administrator keeps from us
record AgentLook(
        Optional<ClaudeCode> claude,
        SetupPlan plan,
        Route route,
        Optional<String> baseUrl,
        boolean undoable,
        List<String> managed) {
    static AgentLook at(ClaudeSetup setup, Route route, Optional<ClaudeCode> claude) {
        return new AgentLook(
                claude, setup.plan(route), route, setup.baseUrl(), setup.isConfigured(), setup.managed(route));
    }

    AgentState state(Optional<Sighting> last, Instant now) {
        if (plan instanceof SetupPlan.Unreadable) {
            return AgentState.UNREADABLE;
        }
        if (!managed.isEmpty()) {
            return AgentState.MANAGED;
        }
        if (baseUrl.filter(route.gateway().toString()::equals).isPresent()) {
            return last.map(seen -> seen.isFresh(now) ? AgentState.CONNECTED : AgentState.IDLE)
                    .orElse(AgentState.NEVER_SEEN);
        }
        if (undoable && baseUrl.filter(this::isOnlyAnotherPort).isPresent()) {
            return AgentState.PORT_CHANGED;
        }
        return claude.isPresent() ? AgentState.NOT_CONFIGURED : AgentState.NOT_INSTALLED;
    }

    private boolean isOnlyAnotherPort(String url) {
        try {
            return String.valueOf(URI.create(url).getHost())
                    .equals(route.gateway().getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
