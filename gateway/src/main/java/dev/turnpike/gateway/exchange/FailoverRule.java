package dev.turnpike.gateway.exchange;

import java.util.Set;

/// Whether a lost attempt may be followed by one on the next leg of the route.
final class FailoverRule {
    /// Statuses that speak of this upstream, not of the request.
    private static final Set<Integer> UPSTREAM_AT_FAULT = Set.of(401, 402, 403, 404, 408, 409, 429, 451);

    private FailoverRule() {}

    /// The rule looks at the error alone; that nothing may have left for the client is the [CommitGate]'s to know.
    static boolean mayFollow(Outcome.Lost lost) {
        int status = lost.error().status();
        return status >= 500 || UPSTREAM_AT_FAULT.contains(status);
    }
}
