package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.exchange.ExchangeId;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a reader pulls what was recorded. For any thread.
public final class TrafficFeed {
    private final Ledger ledger;

    TrafficFeed(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What changed since then. A batch that is no reset holds at most 500 summaries; the next
    /// one goes on.
    public TrafficBatch since(Cursor cursor) {
        return ledger.since(cursor);
    }

    /// Everything about one exchange; empty where it is no longer kept.
    public Optional<RecordedExchange> detail(ExchangeId id) {
        return ledger.detail(id);
    }

    /// The number that [#detail] would carry as its revision.
    public OptionalLong revision(ExchangeId id) {
        return ledger.revision(id);
    }
}
