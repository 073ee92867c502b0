package dev.turnpike.app.agent.source;

import java.util.List;

/// A value of a JSON text that holds no others, with the names that lead to it.
///
/// @param path from the outermost; elements of an array are named by their number, from 0
/// @param text what a string says, or the JSON of a number or a word, `null` as an empty text; may be
/// secret
/// @param line where its name stands, from 1
record Leaf(List<String> path, String text, int line) {
    Leaf {
        path = List.copyOf(path);
    }

    boolean isUnder(String... names) {
        return path.size() > names.length && path.subList(0, names.length).equals(List.of(names));
    }

    /// The name that leads to it directly.
    String name() {
        return path.isEmpty() ? "" : path.getLast();
    }

    @Override
    public String toString() {
        return "Leaf[" + String.join("/", path) + ", line " + line + "]";
    }
}
