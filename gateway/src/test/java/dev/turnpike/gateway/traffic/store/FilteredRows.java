package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.usage.Cost;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The two tables that filters look into, in memory.
final class FilteredRows implements AutoCloseable {
    private final Connection connection;

    FilteredRows() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        run("""
                CREATE TABLE exchange (
                  seq INTEGER PRIMARY KEY, started INTEGER NOT NULL, kind TEXT NOT NULL, session TEXT NOT NULL,
                  client TEXT NOT NULL, project TEXT NOT NULL, asked TEXT NOT NULL, served TEXT NOT NULL,
                  channel TEXT NOT NULL, outcome TEXT NOT NULL, status INTEGER NOT NULL, message TEXT NOT NULL,
                  stream INTEGER NOT NULL, retried INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL,
                  cache_read INTEGER NOT NULL, cache_write INTEGER NOT NULL, cost INTEGER, plan INTEGER NOT NULL,
                  first_token INTEGER, duration INTEGER NOT NULL, tools TEXT NOT NULL, subject_kind TEXT NOT NULL,
                  subject TEXT NOT NULL, broken_at INTEGER, pinned INTEGER NOT NULL)
                """);
        run("""
                CREATE VIRTUAL TABLE words USING fts5(
                  text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2")
                """);
    }

    void add(long seq, ExchangeSummary summary, boolean pinned, String bodies) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("seq", seq);
        row.put("started", summary.epochMillis());
        row.put("kind", summary.kind().name());
        row.put("session", summary.session().id());
        row.put("client", summary.session().client());
        row.put("project", summary.project());
        row.put("asked", summary.askedModel());
        row.put("served", summary.servedModel());
        row.put("channel", summary.channel());
        end(summary, row);
        row.put("stream", summary.stream());
        row.put("retried", summary.retried());
        row.put("input", summary.usage().input());
        row.put("output", summary.usage().output());
        row.put("cache_read", summary.usage().cacheRead());
        row.put("cache_write", summary.usage().cacheCreation());
        if (summary.cost() instanceof Cost.Known(long nanodollars)) {
            row.put("cost", nanodollars);
        }
        row.put("plan", summary.cost() instanceof Cost.Plan);
        micros(summary.firstToken()).ifPresent(first -> row.put("first_token", first));
        micros(summary.duration()).ifPresent(all -> row.put("duration", all));
        row.put("tools", summary.tools().isEmpty() ? "" : "|" + String.join("|", summary.tools()) + "|");
        row.put("subject_kind", summary.subject().getClass().getSimpleName());
        row.put("subject", words(summary.subject()));
        OptionalInt brokenAt = summary.brokenAt();
        brokenAt.ifPresent(message -> row.put("broken_at", message));
        row.put("pinned", pinned);
        insert("exchange", row);
        insert("words", new LinkedHashMap<>(Map.of("rowid", seq, "text", SearchTerms.indexed(bodies))));
    }

    /// A result of a tool is its fields behind each other.
    private static String words(Subject subject) {
        return switch (subject) {
            case Subject.Words(String text) -> text;
            case Subject.ToolResult result ->
                String.join("\u001f", result.tool(), result.target(), "1", "true", "12", "0");
            case Subject.Title _, Subject.Summary _, Subject.WebSearch _ -> "";
            case Subject.Probe _, Subject.Count _, Subject.Nothing _ -> "";
        };
    }

    private static void end(ExchangeSummary summary, Map<String, Object> row) {
        row.put("message", "");
        switch (summary.state()) {
            case ExchangeState.Finished finished -> {
                row.put("outcome", "finished");
                row.put("status", finished.status());
            }
            case ExchangeState.Failed failed -> {
                row.put("outcome", "failed");
                row.put("status", failed.error().status());
                row.put("message", failed.error().message());
            }
            case ExchangeState.Abandoned _ -> {
                row.put("outcome", "abandoned");
                row.put("status", 0);
            }
            case ExchangeState.Waiting _, ExchangeState.Answering _ ->
                throw new IllegalArgumentException("one that runs is not in the table");
        }
    }

    private static Optional<Long> micros(Optional<Duration> time) {
        return time.map(length -> length.toNanos() / 1000);
    }

    private void insert(String table, Map<String, Object> row) throws SQLException {
        String marks = "?, ".repeat(row.size() - 1) + "?";
        String sql = "INSERT INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, new ArrayList<>(row.values()));
            statement.executeUpdate();
        }
    }

    /// The rows that the filter lets through, by their numbers.
    List<Long> find(FilterSql filter) throws SQLException {
        String sql = "SELECT e.seq FROM exchange e WHERE " + filter.where() + " ORDER BY e.seq";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, filter.parameters());
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    void clear() throws SQLException {
        run("DELETE FROM exchange");
        run("DELETE FROM words");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
