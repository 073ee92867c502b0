package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.List;

/// A text cut into lines that fit a width, as many at a time as somebody looks at.
final class StringLines {
    private static final String TAB = "    ";

    private final String text;
    private final int columns;
    private int at;
    private boolean over;

    /// One line as it is shown.
    ///
    /// @param start where in the text it begins
    record Line(int start, String text) {}

    /// @param columns how many characters a line has at most
    StringLines(String text, int columns) {
        this.text = text;
        this.columns = Math.max(2, columns);
        this.over = text.isEmpty();
    }

    /// The next lines, as many as wanted or as there are.
    List<Line> next(int count) {
        List<Line> lines = new ArrayList<>();
        while (lines.size() < count && !over) {
            lines.add(line());
        }
        return lines;
    }

    private Line line() {
        int start = at;
        // no further than this line may go, or a text without ends of lines is read once for each line
        int most = Math.min(text.length(), start + columns + 1);
        int end = text.indexOf('\n', start, most);
        boolean fits = end >= 0 || text.length() - start <= columns;
        int stop = end >= 0 ? end : fits ? text.length() : cut(start);
        at = stop;
        if (fits) {
            at += end < 0 ? 0 : 1;
            over = at == text.length();
        }
        return new Line(start, text.substring(start, stop).replace("\t", TAB).replace("\r", ""));
    }

    /// Behind the last space that fits, else where the line is full.
    private int cut(int start) {
        int full = start + columns;
        for (int space = full; space > start + columns / 2; space--) {
            if (text.charAt(space) == ' ') {
                return Math.min(space + 1, text.length());
            }
        }
        // half a character is none
        return Character.isHighSurrogate(text.charAt(full - 1)) ? full - 1 : full;
    }

    /// No line is left.
    boolean isOver() {
        return over;
    }

    /// How many characters are left.
    int left() {
        return over ? 0 : text.length() - at;
    }
}
