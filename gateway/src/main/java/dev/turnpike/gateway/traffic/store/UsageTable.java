package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.Ended;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.usage.CostSum;
import dev.turnpike.gateway.usage.LatencyHistogram;
import dev.turnpike.gateway.usage.UsageLine;
import dev.turnpike.gateway.usage.Use;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The table `usage`: sums by the hour, which stay when exchanges go.
final class UsageTable {
    private static final long SECONDS_AN_HOUR = 3_600;
    private static final String COLUMNS =
            "hour, model, channel, project, session, requests, failed, input, output, cache_read, cache_write, cost, priced,"
                    + " unpriced, planned, saved, generating, generated, first_tokens, durations";
    private static final String ONE = "SELECT " + COLUMNS + " FROM usage WHERE hour = ? AND model = ? AND channel = ?"
            + " AND project = ? AND session = ?";
    private static final String PUT =
            "REPLACE INTO usage (" + COLUMNS + ") VALUES (?" + ", ?".repeat(COLUMNS.split(",", -1).length - 1) + ")";

    private UsageTable() {}

    /// An exchange as usage sees it.
    static UsageLine line(Ended ended) {
        ExchangeSummary summary = ended.exchange().summary();
        return UsageLine.of(new Use(
                summary.epochMillis(),
                summary.servedModel(),
                summary.channel(),
                summary.project(),
                summary.session().id(),
                !(summary.state() instanceof ExchangeState.Finished),
                summary.usage(),
                summary.cost(),
                ended.saved(),
                summary.firstToken(),
                summary.duration().orElse(Duration.ZERO)));
    }

    /// Adds a line of one hour to what is there.
    static void add(Database database, UsageLine line) throws SQLException {
        long hour = hour(line.start());
        UsageLine before = UsageLine.NONE;
        try (ResultSet row = database.with(ONE, hour, line.model(), line.channel(), line.project(), line.session())
                .executeQuery()) {
            if (row.next()) {
                before = read(row);
            }
        }
        UsageLine sum = before.plus(line);
        database.change(
                PUT,
                hour,
                sum.model(),
                sum.channel(),
                sum.project(),
                sum.session(),
                sum.requests(),
                sum.failed(),
                sum.usage().input(),
                sum.usage().output(),
                sum.usage().cacheRead(),
                sum.usage().cacheCreation(),
                sum.cost().nanodollars(),
                sum.cost().known(),
                sum.cost().unknown(),
                sum.cost().plan(),
                sum.saved(),
                sum.generatedMicros(),
                sum.generatedTokens(),
                sum.firstTokens().toBytes(),
                sum.durations().toBytes());
    }

    /// The lines of all hours that begin from one time to another, that one left out.
    static List<UsageLine> between(Database database, Instant from, Instant to) throws SQLException {
        List<UsageLine> lines = new ArrayList<>();
        try (ResultSet row = database.with(
                        "SELECT " + COLUMNS + " FROM usage WHERE hour >= ? AND hour < ? ORDER BY hour",
                        hour(from.plusSeconds(SECONDS_AN_HOUR - 1)),
                        hour(to.plusSeconds(SECONDS_AN_HOUR - 1)))
                .executeQuery()) {
            while (row.next()) {
                lines.add(read(row));
            }
        }
        return lines;
    }

    private static long hour(Instant start) {
        return Math.floorDiv(start.getEpochSecond(), SECONDS_AN_HOUR);
    }

    private static UsageLine read(ResultSet row) throws SQLException {
        return new UsageLine(
                Instant.ofEpochSecond(row.getLong("hour") * SECONDS_AN_HOUR),
                row.getString("model"),
                row.getString("channel"),
                row.getString("project"),
                row.getString("session"),
                row.getLong("requests"),
                row.getLong("failed"),
                new TokenUsage(
                        row.getLong("input"),
                        row.getLong("output"),
                        row.getLong("cache_read"),
                        row.getLong("cache_write")),
                new CostSum(
                        row.getLong("cost"), row.getLong("priced"), row.getLong("unpriced"), row.getLong("planned")),
                row.getLong("saved"),
                row.getLong("generating"),
                row.getLong("generated"),
                LatencyHistogram.of(row.getBytes("first_tokens")),
                LatencyHistogram.of(row.getBytes("durations")));
    }
}
