package dev.turnpike.gateway.channel;

import java.util.List;
import java.util.Optional;

/// All channels in order of use: an immutable snapshot. A request keeps the book that it began with.
public record ChannelBook(List<Channel> channels) {
    public ChannelBook {
        channels = List.copyOf(channels);
    }

    public Optional<Channel> find(String id) {
        return channels.stream().filter(c -> c.id().value().equals(id)).findFirst();
    }
}
