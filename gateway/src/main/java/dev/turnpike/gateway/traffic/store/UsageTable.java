package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.usage.Cost;
import java.sql.SQLException;

/// The tables `usage` and `latency`: sums by the hour, which stay when exchanges go.
final class UsageTable {
    private static final long MILLIS_AN_HOUR = 3_600_000;

    private static final String ADD = "INSERT INTO usage VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET requests = requests + 1, failed = failed + excluded.failed,"
            + " input = input + excluded.input, output = output + excluded.output,"
            + " cache_read = cache_read + excluded.cache_read, cache_write = cache_write + excluded.cache_write,"
            + " cost = cost + excluded.cost, unpriced = unpriced + excluded.unpriced,"
            + " planned = planned + excluded.planned, saved = saved + excluded.saved,"
            + " generated = generated + excluded.generated, generating = generating + excluded.generating";

    private UsageTable() {}

    /// Adds one exchange.
    ///
    /// @param saved nanodollars that the cache saved
    static void add(Database database, ExchangeSummary summary, long saved) throws SQLException {
        if (summary.kind() == RowKind.COUNT_TOKENS) {
            return;
        }
        long first = summary.firstToken().map(time -> time.toNanos() / 1_000).orElse(-1L);
        long whole = summary.duration().map(time -> time.toNanos() / 1_000).orElse(0L);
        boolean timed = first >= 0 && whole > first && summary.usage().output() > 0;
        database.change(
                ADD,
                summary.epochMillis() / MILLIS_AN_HOUR,
                summary.servedModel(),
                summary.channel(),
                summary.project(),
                summary.session().id(),
                !(summary.state() instanceof ExchangeState.Finished),
                summary.usage().input(),
                summary.usage().output(),
                summary.usage().cacheRead(),
                summary.usage().cacheCreation(),
                summary.cost() instanceof Cost.Known(var nanodollars) ? nanodollars : 0L,
                summary.cost() instanceof Cost.Unknown,
                summary.cost() instanceof Cost.Plan,
                saved,
                timed ? summary.usage().output() : 0L,
                timed ? whole - first : 0L);
    }
}
