package dev.turnpike.app.cli.doctor;

import dev.turnpike.app.agent.doctor.Ladder;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Rung;
import dev.turnpike.app.agent.doctor.Rung.Standing;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.cli.panel.Grid;
import dev.turnpike.app.cli.panel.Ink;
import dev.turnpike.app.cli.panel.Panel.Tone;
import dev.turnpike.app.cli.panel.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ladder as a table: one variable a line, what is set where, and what is used.
public final class LadderLines {
    private static final String NONE = "–";
    private static final int VALUE = 24;
    private static final int NAME = 44;

    private LadderLines() {}

    /// Its lines, with a head.
    ///
    /// @param width of the terminal, in columns
    public static List<String> of(Ladder ladder, int width, Ink ink) {
        Grid grid = new Grid(
                List.of(
                        new Grid.Column("Variable", false, 8, NAME, 0),
                        new Grid.Column("Managed", false, 7, VALUE, 3),
                        new Grid.Column("Project", false, 7, VALUE, 2),
                        new Grid.Column("User", false, 4, VALUE, 1),
                        new Grid.Column(("Shell " + ladder.shell()).strip(), false, 5, VALUE, 0),
                        new Grid.Column("Used by Claude Code", false, 19, 0, 0)),
                width,
                ink);
        List<Grid.Line> rows =
                ladder.rungs().stream().map(rung -> row(rung, ladder.shell())).toList();
        grid.expect(rows);
        List<String> lines = new ArrayList<>();
        lines.add(grid.head());
        rows.forEach(row -> lines.add(grid.draw(row)));
        return lines;
    }

    private static Grid.Line row(Rung rung, String shell) {
        return new Grid.Line(
                rung.standing() == Standing.FOREIGN ? Tone.ERROR : Tone.PLAIN,
                List.of(
                        rung.variable(),
                        cell(rung.in(PlaceKind.MANAGED)),
                        cell(rung.in(PlaceKind.PROJECT_LOCAL).or(() -> rung.in(PlaceKind.PROJECT))),
                        cell(rung.in(PlaceKind.USER)),
                        cell(rung.inShell(shell)),
                        used(rung)));
    }

    private static String cell(Optional<Setting> setting) {
        return setting.map(LadderLines::value).orElse(NONE);
    }

    private static String value(Setting setting) {
        return setting.value().isBlank() ? "\"\"" : Visible.line(setting.value().shown());
    }

    private static String used(Rung rung) {
        return switch (rung.standing()) {
            case UNSET -> NONE;
            case OURS -> "✓ ours";
            case FINE -> rung.winner().map(s -> s.place().kind().id()).orElse(NONE);
            case FOREIGN -> "▲ " + rung.winner().map(s -> s.place().kind().id()).orElse("");
        };
    }
}
