package dev.turnpike.gateway.exchange;

import java.util.Set;

/// Whether a lost attempt may be followed by one on the next leg of the route.
final class FailoverRule {
    /// Statuses that speak of this upstream, not of the request.
    private static final Set<Integer> UPSTREAM_AT_FAULT = Set.of(401, 402, 403, 404, 408, 409, 429, 451);

    private FailoverRule() {}

    /// Only before anything has left for the client: two halves of different messages cannot be joined.
    static boolean mayFollow(Outcome.Lost lost, boolean committed) {
        int status = lost.error().status();
        return !committed && (status >= 500 || UPSTREAM_AT_FAULT.contains(status));
    }
}
