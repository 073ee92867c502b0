package dev.turnpike.app.cli.panel;

import dev.turnpike.app.cli.panel.Panel.Row;
import dev.turnpike.app.cli.panel.Panel.Tone;
import java.util.Arrays;

/// Draws panels, 80 columns wide and open to the right, so that text can be copied and wide characters break no frame.
///
/// @param colour with the terminal's own sixteen colours
record PanelDrawing(boolean colour) {
    private static final int WIDTH = 80;
    private static final String RESET = "\u001b[0m";

    String draw(Panel panel) {
        StringBuilder drawn = new StringBuilder();
        String note = panel.note().isEmpty() ? "" : " " + Visible.line(panel.note());
        String title = Columns.cut(Visible.line(panel.title()), WIDTH - 6 - Columns.width(note));
        int rule = Math.max(1, WIDTH - 4 - Columns.width(title) - Columns.width(note));
        drawn.append(ink(Tone.QUIET, "╭─ "))
                .append(ink(Tone.LOUD, title))
                .append(ink(Tone.QUIET, " " + "─".repeat(rule) + note))
                .append('\n');
        for (Row row : panel.rows()) {
            // split with a limit keeps an empty line at the end
            Arrays.stream(row.text().split("\r?\n", -1))
                    .flatMap(line -> Columns.wrap(Visible.line(line), WIDTH - 2).stream())
                    .forEach(piece -> drawn.append(ink(Tone.QUIET, "│"))
                            .append(piece.isEmpty() ? "" : " " + ink(row.tone(), piece))
                            .append('\n'));
        }
        return drawn.append(ink(Tone.QUIET, "╰" + "─".repeat(WIDTH - 1)))
                .append('\n')
                .toString();
    }

    private String ink(Tone tone, String text) {
        if (!colour) {
            return text;
        }
        return switch (tone) {
            case PLAIN -> text;
            case QUIET -> "\u001b[2m" + text + RESET;
            case LOUD -> "\u001b[1;36m" + text + RESET;
            case ERROR -> "\u001b[31m" + text + RESET;
        };
    }
}
