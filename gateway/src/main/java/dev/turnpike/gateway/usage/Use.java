package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.anthropic.TokenUsage;
import java.time.Duration;
import java.util.Optional;

/// One exchange that ended, as usage sees it.
///
/// @param epochMillis when it arrived
/// @param model that served it; empty where none did
/// @param channel the id of the channel; empty where none was chosen
/// @param project the folder in which the agent works; empty where it is not known
/// @param session the agent's name for its session; empty for a client that names none
/// @param failed the client got an error, or left
/// @param saved what the cache saved, in billionths of a US dollar
/// @param firstToken from the arrival to the first content
/// @param duration from the arrival to the end
public record Use(
        long epochMillis,
        String model,
        String channel,
        String project,
        String session,
        boolean failed,
        TokenUsage usage,
        Cost cost,
        long saved,
        Optional<Duration> firstToken,
        Duration duration) {
    public Use {
        usage = SaneTokens.of(usage);
    }
}
