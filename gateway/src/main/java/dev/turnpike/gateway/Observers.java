package dev.turnpike.gateway;

import dev.turnpike.gateway.exchange.ExchangeListener;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who sees the exchanges of a gateway.
///
/// @param recording goes by the gateway's configuration; whoever made it closes it
public record Observers(List<ExchangeListener> listeners, Optional<Recording> recording) {
    public static final Observers NONE = new Observers(List.of(), Optional.empty());

    public Observers {
        listeners = List.copyOf(listeners);
    }

    /// Nothing is recorded.
    public static Observers of(List<ExchangeListener> listeners) {
        return new Observers(listeners, Optional.empty());
    }

    /// All that listen.
    Stream<ExchangeListener> all() {
        return Stream.concat(listeners.stream(), recording.map(Recording::recorder).stream());
    }
}
