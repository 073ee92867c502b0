package dev.turnpike.app.cli.panel;

import dev.turnpike.app.cli.panel.Panel.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Rows in columns that fit a width. Columns grow with what comes, and stay so wide for what comes later.
public final class Grid {
    private static final int LEAST_ROOM = 20;

    private final List<Column> columns;
    private final int width;
    private final Ink ink;
    private final int[] widths;

    /// One column.
    ///
    /// @param least how wide it is at least
    /// @param most how wide it is at most; 0 for the one that takes what is left
    /// @param rank where there is no room the highest one goes first; 0 stays
    public record Column(String title, boolean right, int least, int most, int rank) {
        boolean takesTheRest() {
            return most == 0;
        }
    }

    /// @param cells one for each column; nothing in them steers a terminal
    public record Line(Tone tone, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// @param width of the terminal, in columns
    public Grid(List<Column> columns, int width, Ink ink) {
        this.columns = List.copyOf(columns);
        this.width = width;
        this.ink = ink;
        this.widths = columns.stream()
                .mapToInt(column -> Math.max(column.least(), Columns.width(column.title())))
                .toArray();
    }

    /// Makes room for these.
    public void expect(List<Line> lines) {
        for (Line line : lines) {
            for (int i = 0; i < widths.length; i++) {
                Column column = columns.get(i);
                int wanted = Columns.width(line.cells().get(i));
                widths[i] = Math.max(widths[i], column.takesTheRest() ? wanted : Math.min(wanted, column.most()));
            }
        }
    }

    /// The titles of the columns.
    public String head() {
        return draw(new Line(Tone.QUIET, columns.stream().map(Column::title).toList()));
    }

    /// The line as text.
    public String draw(Line line) {
        List<Integer> shown = shown();
        int gap = room(shown, 2) >= 2 * LEAST_ROOM ? 2 : 1;
        StringBuilder drawn = new StringBuilder();
        for (int i : shown) {
            int wide = columns.get(i).takesTheRest() ? Math.min(widths[i], room(shown, gap)) : widths[i];
            String cell = Columns.cut(line.cells().get(i), wide);
            String pad = " ".repeat(Math.max(0, wide - Columns.width(cell)));
            drawn.append(columns.get(i).right() ? pad + cell : cell + pad).append(" ".repeat(gap));
        }
        return ink.of(line.tone(), drawn.toString().stripTrailing());
    }

    /// The columns that there is room for.
    private List<Integer> shown() {
        List<Integer> shown =
                new ArrayList<>(IntStream.range(0, widths.length).boxed().toList());
        while (room(shown, 1) < LEAST_ROOM) {
            Optional<Integer> last = shown.stream()
                    .filter(i -> columns.get(i).rank() > 0)
                    .max(Comparator.comparingInt(i -> columns.get(i).rank()));
            if (last.isEmpty()) {
                break;
            }
            shown.removeIf(last.get()::equals);
        }
        return shown;
    }

    /// What is left for the one that takes it.
    private int room(List<Integer> shown, int gap) {
        int taken = shown.stream()
                .filter(i -> !columns.get(i).takesTheRest())
                .mapToInt(i -> widths[i] + gap)
                .sum();
        return Math.max(1, width - taken);
    }
}
