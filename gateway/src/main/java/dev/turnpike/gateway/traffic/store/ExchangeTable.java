package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.SessionKey;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.store.Database.Nothing;
import dev.turnpike.gateway.usage.Cost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The table `exchange`: one row for one line of the list.
final class ExchangeTable {
    private static final List<String> COLUMNS = List.of(
            "id",
            "started",
            "kind",
            "session",
            "client",
            "project",
            "asked",
            "served",
            "channel",
            "reason",
            "outcome",
            "status",
            "error",
            "message",
            "committed",
            "stop",
            "stream",
            "attempts",
            "lost_status",
            "retried",
            "input",
            "output",
            "cache_read",
            "cache_write",
            "cost",
            "plan",
            "first_token",
            "duration",
            "request_bytes",
            "reply_bytes",
            "tools",
            "subject_kind",
            "subject",
            "broken_at");

    private static final String INSERT = "INSERT INTO exchange (seq, " + String.join(", ", COLUMNS) + ") VALUES (?"
            + ", ?".repeat(COLUMNS.size()) + ")";

    /// What [#read] reads, of a table called `e`.
    static final String SELECTED = "e.seq, e.pinned, e." + String.join(", e.", COLUMNS);

    private ExchangeTable() {}

    /// Adds a line; gives its place.
    static long insert(Database database, ExchangeSummary summary) throws SQLException {
        Ending end = Ending.of(summary.state());
        TokenUsage usage = summary.usage();
        long seq = database.nextId("exchange");
        database.change(
                INSERT,
                seq,
                summary.id().value(),
                summary.epochMillis(),
                summary.kind().name(),
                summary.session().id(),
                summary.session().client(),
                summary.project(),
                summary.askedModel(),
                summary.servedModel(),
                summary.channel(),
                summary.reason(),
                end.outcome(),
                end.status(),
                end.error(),
                end.message(),
                end.committed(),
                end.stop(),
                summary.stream(),
                summary.attempts(),
                summary.lostStatus(),
                summary.retried(),
                usage.input(),
                usage.output(),
                usage.cacheRead(),
                usage.cacheCreation(),
                summary.cost() instanceof Cost.Known(var nanodollars) ? (Object) nanodollars : Nothing.NULL,
                summary.cost() instanceof Cost.Plan,
                micros(summary.firstToken()),
                micros(summary.duration()) instanceof Long micros ? (Object) micros : 0L,
                summary.requestBytes(),
                summary.replyBytes(),
                summary.tools().isEmpty() ? "" : "|" + String.join("|", summary.tools()) + "|",
                SubjectText.kind(summary.subject()),
                SubjectText.text(summary.subject()),
                summary.brokenAt().isPresent() ? (Object) summary.brokenAt().getAsInt() : Nothing.NULL);
        return seq;
    }

    private static Object micros(Optional<Duration> time) {
        return time.isPresent() ? (Object) (time.get().toNanos() / 1_000) : Nothing.NULL;
    }

    /// The row at which the result stands.
    static StoredExchange read(ResultSet row) throws SQLException {
        ExchangeSummary summary = new ExchangeSummary(
                new ExchangeId(row.getString("id")),
                // the recorder counts anew in each process
                Math.toIntExact(row.getLong("seq")),
                row.getLong("started"),
                kind(row.getString("kind")),
                SubjectText.read(row.getString("subject_kind"), row.getString("subject")),
                new SessionKey(row.getString("session"), row.getString("client")),
                row.getString("project"),
                row.getString("asked"),
                row.getString("served"),
                row.getString("channel"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("lost_status"),
                row.getBoolean("retried"),
                Ending.read(row).state(),
                row.getBoolean("stream"),
                tools(row.getString("tools")),
                number(row, "broken_at")
                        .map(Long::intValue)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                row.getLong("request_bytes"),
                row.getLong("reply_bytes"),
                cost(row),
                new TokenUsage(
                        row.getLong("input"),
                        row.getLong("output"),
                        row.getLong("cache_read"),
                        row.getLong("cache_write")),
                number(row, "first_token").map(ExchangeTable::time),
                number(row, "duration").map(ExchangeTable::time));
        return new StoredExchange(row.getLong("seq"), summary, row.getBoolean("pinned"));
    }

    private static RowKind kind(String name) {
        return Arrays.stream(RowKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(RowKind.OTHER_CLIENT);
    }

    private static List<String> tools(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(1, text.length() - 1).split("\\|", -1));
    }

    private static Cost cost(ResultSet row) throws SQLException {
        if (row.getBoolean("plan")) {
            return new Cost.Plan();
        }
        Optional<Long> known = number(row, "cost");
        return known.isPresent() ? new Cost.Known(known.get()) : new Cost.Unknown();
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static Duration time(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    /// How it ended, as columns.
    private record Ending(String outcome, int status, String error, String message, boolean committed, String stop) {
        static Ending of(ExchangeState state) {
            return switch (state) {
                case ExchangeState.Finished(var status, var stop) ->
                    new Ending("finished", status, "", "", false, stop);
                case ExchangeState.Failed(var error, var committed) ->
                    new Ending("failed", error.status(), error.type(), error.message(), committed, "");
                case ExchangeState.Abandoned _, ExchangeState.Waiting _, ExchangeState.Answering _ ->
                    new Ending("abandoned", 0, "", "", false, "");
            };
        }

        static Ending read(ResultSet row) throws SQLException {
            return new Ending(
                    row.getString("outcome"),
                    row.getInt("status"),
                    row.getString("error"),
                    row.getString("message"),
                    row.getBoolean("committed"),
                    row.getString("stop"));
        }

        ExchangeState state() {
            return switch (outcome) {
                case "finished" -> new ExchangeState.Finished(status, stop);
                case "failed" -> new ExchangeState.Failed(new ApiError(status, error, message), committed);
                default -> new ExchangeState.Abandoned();
            };
        }
    }
}
