package dev.turnpike.app.inspector;

import java.util.List;

/// One line of a tree of JSON.
sealed interface JsonLine {
    /// A value.
    ///
    /// @param root the number of the value at the top that it is in
    /// @param path the way to it from there
    record Value(JsonRow row, int root, JsonPath path) implements JsonLine {
        /// What is in it can be looked at.
        boolean opens() {
            return row.isBranch() ? !row.isEmpty() : row.isLong();
        }
    }

    /// Values that stand side by side in a branch with very many of them.
    record Run(String name, List<JsonRow> rows, int root, JsonPath path) implements JsonLine {}

    /// A part of a long string.
    ///
    /// @param start where in the string it begins
    record Words(int start, String text) implements JsonLine {}

    /// There is more of a long string.
    ///
    /// @param characters how many
    record More(int characters) implements JsonLine {}

    /// What stands here is being read, or cannot be.
    record Note(String sentence) implements JsonLine {}
}
