package dev.turnpike.app.cli.panel;

import java.util.List;

/// A titled piece of text, not drawn yet.
///
/// @param title what it is
/// @param note beside the title: when, how long
public record Panel(String title, String note, List<Row> rows) {
    public Panel {
        rows = List.copyOf(rows);
    }

    /// How loud a row is.
    public enum Tone {
        PLAIN,
        QUIET,
        LOUD,
        ERROR
    }

    /// One paragraph; line breaks in it begin new lines.
    public record Row(Tone tone, String text) {
        public static Row plain(String text) {
            return new Row(Tone.PLAIN, text);
        }

        public static Row quiet(String text) {
            return new Row(Tone.QUIET, text);
        }

        public static Row loud(String text) {
            return new Row(Tone.LOUD, text);
        }

        public static Row error(String text) {
            return new Row(Tone.ERROR, text);
        }
    }
}
