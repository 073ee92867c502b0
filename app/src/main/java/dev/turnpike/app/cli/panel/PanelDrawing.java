package dev.turnpike.app.cli.panel;

import dev.turnpike.app.cli.panel.Panel.Row;
import dev.turnpike.app.cli.panel.Panel.Tone;
import java.util.Arrays;

/// Draws panels, 80 columns wide and open to the right, so that text can be copied and wide characters break no frame.
///
/// @param ink with or without colours
public record PanelDrawing(Ink ink) {
    private static final int WIDTH = 80;

    public String draw(Panel panel) {
        StringBuilder drawn = new StringBuilder();
        String note = panel.note().isEmpty() ? "" : " " + Visible.line(panel.note());
        String title = Columns.cut(Visible.line(panel.title()), WIDTH - 6 - Columns.width(note));
        int rule = Math.max(1, WIDTH - 4 - Columns.width(title) - Columns.width(note));
        drawn.append(ink.of(Tone.QUIET, "╭─ "))
                .append(ink.of(Tone.LOUD, title))
                .append(ink.of(Tone.QUIET, " " + "─".repeat(rule) + note))
                .append('\n');
        for (Row row : panel.rows()) {
            // split with a limit keeps an empty line at the end
            Arrays.stream(row.text().split("\r?\n", -1))
                    .flatMap(line -> Columns.wrap(Visible.line(line), WIDTH - 2).stream())
                    .forEach(piece -> drawn.append(ink.of(Tone.QUIET, "│"))
                            .append(piece.isEmpty() ? "" : " " + ink.of(row.tone(), piece))
                            .append('\n'));
        }
        return drawn.append(ink.of(Tone.QUIET, "╰" + "─".repeat(WIDTH - 1)))
                .append('\n')
                .toString();
    }
}
