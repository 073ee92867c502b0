package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.exchange.ExchangeId;
import java.util.List;

/// What changed since a [Cursor]; many changes of one exchange are one summary, its newest.
///
/// @param reset what the reader knew before no longer counts
/// @param changed in the order in which the exchanges arrived
/// @param dropped exchanges that are no longer kept
/// @param next where to go on
public record TrafficBatch(boolean reset, List<ExchangeSummary> changed, List<ExchangeId> dropped, Cursor next) {
    public TrafficBatch {
        changed = List.copyOf(changed);
        dropped = List.copyOf(dropped);
    }

    static TrafficBatch nothing(Cursor at) {
        return new TrafficBatch(false, List.of(), List.of(), at);
    }

    /// Nothing changed.
    public boolean isEmpty() {
        return !reset && changed.isEmpty() && dropped.isEmpty();
    }
}
