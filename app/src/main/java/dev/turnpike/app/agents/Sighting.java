package dev.turnpike.app.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request of Claude Code's that came in.
///
/// @param version of Claude Code, as the request says it
/// @param asked the model that it asked for
/// @param served the model that serves it; empty where it is not decided
/// @param took until its answer was whole; empty while it runs, and where it failed
public record Sighting(
        Instant at, String version, Optional<String> asked, Optional<String> served, Optional<Duration> took) {
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// Whether it is so little ago that Claude Code counts as connected.
    public boolean isFresh(Instant now) {
        return at.plus(FRESH).isAfter(now);
    }
}
