package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.http.Credentials;

/// An exchange that is over, for whoever keeps it.
///
/// @param exchange with all bodies that were not let go
/// @param credentials that its attempts went with; they must not be kept
/// @param places where the parts of the request stand
/// @param freshFrom the first message of the request that was not in the one before it in the session
/// @param saved what the prompt cache saved, in nanodollars; 0 where no price is known
public record Ended(
        RecordedExchange exchange, Credentials credentials, RequestPlaces places, int freshFrom, long saved) {
    /// The same, with the sizes of its bodies alone.
    public Ended withoutBodies() {
        return new Ended(
                exchange.withoutBodies(Body.Keeping.MISSED), credentials, RequestPlaces.UNKNOWN, freshFrom, saved);
    }

    /// About how many bytes of memory its bodies take.
    public long bytes() {
        return exchange.body().held()
                + exchange.reply().held()
                + exchange.attempts().stream()
                        .mapToLong(attempt ->
                                attempt.received().held() + attempt.sent().held())
                        .sum();
    }
}
