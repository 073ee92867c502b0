package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.SessionKey;
import dev.turnpike.gateway.traffic.StoredSession;
import dev.turnpike.gateway.traffic.filter.SeenValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads what many exchanges have in common.
final class Sessions {
    private static final int MOST_VALUES = 200;

    /// What was seen before is not likely to be looked for.
    private static final int LAST_EXCHANGES = 20_000;

    private static final String WANTED = """
            SELECT session, coalesce(min(CASE WHEN client <> 'resend' THEN client END), 'resend'), max(project), count(*), sum(outcome = 'failed'), min(started), max(started),
              sum(input), sum(output), sum(cache_read), sum(cache_write), coalesce(sum(cost), 0),
              sum(cost IS NULL AND plan = 0), sum(plan)
            FROM exchange e WHERE kind <> 'COUNT_TOKENS'""";
    private static final String NEWEST =
            " GROUP BY session, CASE WHEN session = '' THEN client END ORDER BY max(started) DESC LIMIT ?";

    private Sessions() {}

    /// @param which exchanges of a table called `e` count, as SQL without parameters
    static List<StoredSession> newest(Database database, String which, int most) throws SQLException {
        List<StoredSession> sessions = new ArrayList<>();
        try (ResultSet row =
                database.with(WANTED + " AND " + which + NEWEST, most).executeQuery()) {
            while (row.next()) {
                sessions.add(new StoredSession(
                        new SessionKey(row.getString(1), row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        new TokenUsage(row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14)));
            }
        }
        return sessions;
    }

    static SeenValues seen(Database database) throws SQLException {
        LinkedHashSet<String> models = new LinkedHashSet<>(values(database, "asked"));
        models.addAll(values(database, "served"));
        LinkedHashSet<String> tools = new LinkedHashSet<>();
        for (String several : values(database, "tools")) {
            for (String tool : several.split("\\|", -1)) {
                if (!tool.isEmpty()) {
                    tools.add(tool);
                }
            }
        }
        return new SeenValues(
                List.copyOf(models),
                values(database, "channel"),
                values(database, "session"),
                values(database, "project"),
                List.copyOf(tools),
                values(database, "client"));
    }

    /// @param column the name of one
    private static List<String> values(Database database, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = database.with(
                        "SELECT " + column + ", max(seq) FROM (SELECT seq, " + column
                                + " FROM exchange ORDER BY seq DESC LIMIT ?) WHERE " + column + " <> '' GROUP BY "
                                + column + " ORDER BY 2 DESC LIMIT ?",
                        LAST_EXCHANGES,
                        MOST_VALUES)
                .executeQuery()) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
