package dev.turnpike.gateway.channel;

import java.time.Duration;

/// How long a channel's upstream may take.
///
/// @param connect until the connection stands
/// @param firstByte until the head of the reply; also the longest time that an open stream may show pings and nothing
/// else
/// @param idle the longest silence in a reply that has begun
public record Timeouts(Duration connect, Duration firstByte, Duration idle) {
    /// Just below what Claude Code itself waits for (600 s and 300 s).
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(570), Duration.ofSeconds(290));
}
