package dev.turnpike.app.cli.panel;

import java.util.ArrayList;
import java.util.List;

/// Text by the columns that it takes on a terminal.
public final class Columns {
    private Columns() {}

    /// How many columns the text takes.
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /// The text in pieces of at most that many columns, parted at a blank where one is near the end.
    public static List<String> wrap(String text, int limit) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = fitting(text, start, limit);
            int blank = end < text.length() ? text.lastIndexOf(' ', end) : -1;
            if (blank > start + (end - start) / 2) {
                pieces.add(text.substring(start, blank));
                start = blank + 1;
            } else {
                pieces.add(text.substring(start, end));
                start = end;
            }
        }
        return pieces.isEmpty() ? List.of("") : pieces;
    }

    /// The text, shortened with an ellipsis to at most that many columns.
    public static String cut(String text, int limit) {
        return width(text) <= limit ? text : text.substring(0, fitting(text, 0, limit - 1)) + "…";
    }

    private static int fitting(String text, int start, int limit) {
        int columns = 0;
        int at = start;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            columns += width(character);
            if (columns > limit && at > start) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || character == 0x200d) {
            return 0;
        }
        boolean wide = (character >= 0x1100 && character <= 0x115f)
                || (character >= 0x2e80 && character <= 0xa4cf)
                || (character >= 0xac00 && character <= 0xd7a3)
                || (character >= 0xf900 && character <= 0xfaff)
                || (character >= 0xfe30 && character <= 0xfe6f)
                || (character >= 0xff00 && character <= 0xff60)
                || (character >= 0x1f300 && character <= 0x1faff)
                || (character >= 0x20000 && character <= 0x3fffd);
        return wide ? 2 : 1;
    }
}
