package dev.turnpike.app.tray;

import dev.turnpike.app.hosting.GatewayStatus;
import java.util.List;
import java.util.Optional;

/// All that the tray shows something of.
///
/// @param channels in order of use
/// @param today what today came to, such as `1.24 M tokens`, where it is counted
/// @param problems findings of the doctor that break or divert
/// @param recording empty where recording cannot be paused
/// @param inFlight exchanges that run now
/// @param update the version that could be had
public record TrayState(
        GatewayStatus gateway,
        AgentLine agent,
        List<ChannelLine> channels,
        Optional<String> today,
        int problems,
        Optional<Boolean> recording,
        int inFlight,
        Optional<String> update) {
    public TrayState {
        channels = List.copyOf(channels);
    }

    /// How Claude Code is.
    public enum AgentLine {
        NOT_CONFIGURED,
        /// It is set to use this gateway and has not been heard lately.
        CONFIGURED,
        CONNECTED
    }

    /// One channel in the menu.
    ///
    /// @param enabled false where it is switched off
    public record ChannelLine(String id, String name, boolean enabled) {}

    /// The channel that is tried first.
    Optional<ChannelLine> first() {
        return channels.stream().filter(ChannelLine::enabled).findFirst();
    }
}
