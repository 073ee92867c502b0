package dev.turnpike.app.cli.traffic;

import dev.turnpike.app.cli.panel.Grid;
import dev.turnpike.app.cli.panel.Grid.Column;
import dev.turnpike.app.cli.panel.Grid.Line;
import dev.turnpike.app.cli.panel.Ink;
import dev.turnpike.app.cli.panel.Panel.Tone;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.StoredSession;
import dev.turnpike.gateway.usage.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sessions as lines of a table, in their order. What looks like a key is masked, and nothing in it steers a terminal.
public final class SessionTable {
    private static final DateTimeFormatter LAST = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<Column> COLUMNS = List.of(
            new Column("last", false, 16, 16, 0),
            new Column("session", false, 8, 13, 0),
            new Column("project", false, 7, 0, 0),
            new Column("client", false, 6, 12, 4),
            new Column("exch.", true, 5, 7, 0),
            new Column("failed", true, 6, 6, 3),
            new Column("in", true, 4, 5, 1),
            new Column("out", true, 4, 5, 1),
            new Column("cost", true, 4, 9, 2));
    private static final int ENOUGH = 8;

    private SessionTable() {}

    /// The whole table.
    ///
    /// @param width of the terminal, in columns
    public static List<String> lines(List<StoredSession> sessions, int width, Ink ink, ZoneId zone) {
        Grid grid = new Grid(COLUMNS, width, ink);
        List<Line> rows = sessions.stream().map(session -> line(session, zone)).toList();
        grid.expect(rows);
        List<String> lines = new ArrayList<>();
        lines.add(grid.head());
        rows.forEach(row -> lines.add(grid.draw(row)));
        return lines;
    }

    private static Line line(StoredSession session, ZoneId zone) {
        TokenUsage usage = session.usage();
        String id = session.key().id();
        List<String> cells = List.of(
                LAST.format(Instant.ofEpochMilli(session.lastMillis()).atZone(zone)),
                id.isEmpty() ? Figures.UNKNOWN : id.substring(0, Math.min(ENOUGH, id.length())),
                session.project().isEmpty() ? Figures.UNKNOWN : session.project(),
                session.key().client(),
                Figures.count(session.exchanges()),
                session.failed() == 0 ? "" : Figures.count(session.failed()),
                Figures.tokens(usage.input() + usage.cacheRead() + usage.cacheCreation()),
                Figures.tokens(usage.output()),
                cost(session));
        return new Line(Tone.PLAIN, cells.stream().map(ExchangeTable::safe).toList());
    }

    /// `$0.41+` where some prices are not known.
    private static String cost(StoredSession session) {
        if (session.unpriced() == 0) {
            return Money.text(session.nanodollars());
        }
        return session.nanodollars() == 0 ? Figures.UNKNOWN : Money.text(session.nanodollars()) + "+";
    }
}
