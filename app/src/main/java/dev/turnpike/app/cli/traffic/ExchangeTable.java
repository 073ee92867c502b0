package dev.turnpike.app.cli.traffic;

import dev.turnpike.app.cli.panel.Grid;
import dev.turnpike.app.cli.panel.Grid.Column;
import dev.turnpike.app.cli.panel.Grid.Line;
import dev.turnpike.app.cli.panel.Ink;
import dev.turnpike.app.cli.panel.Panel.Tone;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.StoredExchange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Exchanges as lines of a table. What looks like a key is masked, and nothing in it steers a terminal.
public final class ExchangeTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("time", false, 8, 8, 0),
            new Column("#", true, 3, 9, 0),
            new Column("", false, 1, 1, 0),
            new Column("sess", false, 4, 4, 2),
            new Column("what", false, 4, 0, 0),
            new Column("asked→served", false, 14, 26, 1),
            new Column("stat", true, 4, 4, 0),
            new Column("in", true, 4, 5, 3),
            new Column("out", true, 4, 5, 4),
            new Column("first", true, 6, 6, 5),
            new Column("tok/s", true, 5, 5, 7),
            new Column("cost", true, 4, 8, 6));

    private final Grid grid;
    private final Ink ink;
    private final ZoneId zone;
    private LocalDate day;
    private boolean begun;

    /// @param width of the terminal, in columns
    /// @param today lines of other days are announced by their date
    public ExchangeTable(int width, Ink ink, ZoneId zone, LocalDate today) {
        this.grid = new Grid(COLUMNS, width, ink);
        this.ink = ink;
        this.zone = zone;
        this.day = today;
    }

    /// The next lines; before the first ones, the names of the columns.
    public List<String> lines(List<StoredExchange> exchanges) {
        List<Line> rows = exchanges.stream().map(this::line).toList();
        grid.expect(rows);
        List<String> lines = new ArrayList<>();
        if (!begun) {
            begun = true;
            lines.add(grid.head());
        }
        for (int i = 0; i < rows.size(); i++) {
            LocalDate its = Instant.ofEpochMilli(exchanges.get(i).summary().epochMillis())
                    .atZone(zone)
                    .toLocalDate();
            if (!its.equals(day)) {
                day = its;
                lines.add(ink.of(Tone.QUIET, "── " + its));
            }
            lines.add(grid.draw(rows.get(i)));
        }
        return lines;
    }

    private Line line(StoredExchange exchange) {
        ExchangeSummary summary = exchange.summary();
        List<String> cells = List.of(
                Figures.clock(summary.epochMillis(), zone),
                Long.toString(exchange.seq()),
                mark(summary),
                summary.session().shortId(),
                SubjectWords.what(summary),
                ModelWords.of(summary),
                status(summary),
                Figures.tokens(summary.tokensIn()),
                Figures.tokens(summary.tokensOut()),
                Figures.seconds(summary.firstToken()),
                Figures.rate(summary),
                Figures.cost(summary.cost()));
        // masked before it is cut: half a key is none to whoever looks for keys
        return new Line(tone(summary), cells.stream().map(ExchangeTable::safe).toList());
    }

    static String safe(String text) {
        return Visible.line(Redaction.shown(text));
    }

    /// What went wrong, else what kind it is.
    static String mark(ExchangeSummary summary) {
        if (summary.state() instanceof ExchangeState.Failed || summary.retried()) {
            return "▲";
        }
        return switch (summary.kind()) {
            case USER_TURN -> "◆";
            case TOOL_CONTINUATION -> "◇";
            case SUB_AGENT_START, SUB_AGENT_CONTINUATION -> "⑂";
            case BACKGROUND -> "·";
            case OTHER_CLIENT -> "○";
            case COUNT_TOKENS -> "#";
        };
    }

    /// What the client got.
    static String status(ExchangeSummary summary) {
        return switch (summary.state()) {
            case ExchangeState.Waiting _, ExchangeState.Answering _ -> "…";
            case ExchangeState.Finished finished -> Integer.toString(finished.status());
            case ExchangeState.Failed failed -> Integer.toString(failed.error().status());
            case ExchangeState.Abandoned _ -> "left";
        };
    }

    private static Tone tone(ExchangeSummary summary) {
        if (summary.state() instanceof ExchangeState.Failed) {
            return Tone.ERROR;
        }
        return switch (summary.kind()) {
            case BACKGROUND, COUNT_TOKENS -> Tone.QUIET;
            case USER_TURN, TOOL_CONTINUATION, SUB_AGENT_START, SUB_AGENT_CONTINUATION, OTHER_CLIENT -> Tone.PLAIN;
        };
    }
}
