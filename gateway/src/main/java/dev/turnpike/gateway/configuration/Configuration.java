package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.ChannelBook;
import java.util.List;

/// All that the gateway is told from outside: an immutable snapshot.
///
/// @param demo nothing was ever configured: the demo channel answers
/// @param origin where it comes from, for the start-up line: a file, `.env`, the environment, or nothing
/// @param notices one line each for what is usable only in part (a secret that cannot be read)
public record Configuration(
        GatewaySettings gateway,
        ChannelBook channels,
        RecordingSettings recording,
        boolean demo,
        String origin,
        List<String> notices) {
    public Configuration {
        notices = List.copyOf(notices);
    }

    /// One that says nothing about recording.
    public Configuration(
            GatewaySettings gateway, ChannelBook channels, boolean demo, String origin, List<String> notices) {
        this(gateway, channels, RecordingSettings.USUAL, demo, origin, notices);
    }

    /// The same, for a gateway that had channels once.
    public Configuration withoutDemo() {
        return new Configuration(gateway, channels, recording, false, origin, notices);
    }

    /// The same for a gateway that listens elsewhere.
    public Configuration with(GatewaySettings other) {
        return new Configuration(other, channels, recording, demo, origin, notices);
    }

    Configuration with(List<String> others) {
        return new Configuration(gateway, channels, recording, demo, origin, others);
    }
}
