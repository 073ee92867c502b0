package dev.turnpike.gateway.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All channels in order of use: an immutable snapshot. A request keeps the book that it began with.
///
/// @param outages why a channel is disabled that its user did not switch off
public record ChannelBook(List<Channel> channels, Map<ChannelId, String> outages) {
    public ChannelBook {
        channels = List.copyOf(channels);
        outages = Map.copyOf(outages);
    }

    public ChannelBook(List<Channel> channels) {
        this(channels, Map.of());
    }

    public Optional<Channel> find(String id) {
        return channels.stream().filter(c -> c.id().value().equals(id)).findFirst();
    }

    /// The channel that is asked first: the first that is on.
    public Optional<Channel> first() {
        return channels.stream().filter(Channel::enabled).findFirst();
    }

    /// Why a disabled channel is disabled, to stand after its name: `is switched off`.
    public String whyDisabled(Channel channel) {
        return outages.getOrDefault(channel.id(), "is switched off");
    }
}
