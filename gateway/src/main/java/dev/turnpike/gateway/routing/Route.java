package dev.turnpike.gateway.routing;

import java.util.List;

/// The ways to serve a request, in the order in which they are tried; there is at least one.
public record Route(List<Leg> legs) implements Routing {
    public Route {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("a route without a leg");
        }
    }

    /// The way that is tried first.
    public Leg first() {
        return legs.getFirst();
    }
}
