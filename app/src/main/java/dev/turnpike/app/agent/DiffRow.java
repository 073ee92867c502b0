package dev.turnpike.app.agent;

import java.util.OptionalInt;

/// One line of what an edit changes; secrets in it are masked.
///
/// @param number its number in the new text; a line that goes has none
/// @param before what the line says, up to an old value where one changes inside it
/// @param old the old value of a changed line
/// @param after the new value and the rest of a changed line
public record DiffRow(OptionalInt number, Change change, String before, String old, String after) {
    /// What happens to a line.
    public enum Change {
        SAME(' '),
        ADDED('+'),
        REMOVED('-'),
        CHANGED('~');

        private final char sign;

        Change(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    static DiffRow of(Change change, int number, String line) {
        return new DiffRow(
                number > 0 ? OptionalInt.of(number) : OptionalInt.empty(), change, Masking.line(line), "", "");
    }

    /// The line as text.
    public String text() {
        return old.isEmpty() ? before + after : before + old + " → " + after;
    }
}
