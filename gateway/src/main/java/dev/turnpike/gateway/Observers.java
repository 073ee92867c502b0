package dev.turnpike.gateway;

import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.VisitListener;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who sees the exchanges of a gateway, and who comes to its door.
///
/// @param visits are told of each request, before it is answered
/// @param recording goes by the gateway's configuration; whoever made it closes it
public record Observers(List<ExchangeListener> listeners, List<VisitListener> visits, Optional<Recording> recording) {
    public static final Observers NONE = new Observers(List.of(), Optional.empty());

    public Observers {
        listeners = List.copyOf(listeners);
        visits = List.copyOf(visits);
    }

    /// Nobody looks at the door.
    public Observers(List<ExchangeListener> listeners, Optional<Recording> recording) {
        this(listeners, List.of(), recording);
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
