package dev.turnpike.app.look;

import java.util.OptionalInt;

/// One line of a diff; secrets in it are already masked.
///
/// @param number its number in the file, if it has one
/// @param change what happened to it
/// @param before what the line says up to an old value; the whole line where nothing changed inside it
/// @param old the old value of a changed line
/// @param after the new value and the rest of a changed line
public record DiffLine(OptionalInt number, Change change, String before, String old, String after) {
    /// What happened to a line.
    public enum Change {
        SAME(" "),
        ADDED("+"),
        REMOVED("-"),
        CHANGED("~");

        private final String sign;

        Change(String sign) {
            this.sign = sign;
        }

        /// The sign in front of the line.
        public String sign() {
            return sign;
        }
    }

    /// A line that stays.
    public static DiffLine same(int number, String text) {
        return new DiffLine(OptionalInt.of(number), Change.SAME, text, "", "");
    }

    /// A line that comes.
    public static DiffLine added(int number, String text) {
        return new DiffLine(OptionalInt.of(number), Change.ADDED, text, "", "");
    }

    /// A line that goes.
    public static DiffLine removed(int number, String text) {
        return new DiffLine(OptionalInt.of(number), Change.REMOVED, text, "", "");
    }

    /// A line whose value changes: `before`, the old value, an arrow, the new value and the rest.
    public static DiffLine changed(int number, String before, String old, String after) {
        return new DiffLine(OptionalInt.of(number), Change.CHANGED, before, old, after);
    }

    /// The line as text.
    public String text() {
        return old.isEmpty() ? before + after : before + old + " → " + after;
    }
}
