package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.ChannelBook;
import java.util.List;

/// All that the gateway is told from outside: an immutable snapshot.
///
/// @param demo nothing was ever configured: the demo channel answers
/// @param origin where it comes from, for the start-up line: a file, `.env`, the environment, or nothing
/// @param notices one line each for what is usable only in part (a secret that cannot be read)
public record Configuration(
        GatewaySettings gateway, ChannelBook channels, boolean demo, String origin, List<String> notices) {
    public Configuration {
        notices = List.copyOf(notices);
    }

    /// The same, for a gateway that had channels once.
    public Configuration withoutDemo() {
        return new Configuration(gateway, channels, false, origin, notices);
    }
}
