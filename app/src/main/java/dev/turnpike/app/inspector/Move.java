package dev.turnpike.app.inspector;

import java.util.List;

/// One thing that is not as it came, in words and in places.
///
/// @param from its path as it is told; of what was added, where that stands
/// @param to its new path, name or value; empty where it has none
/// @param reason a sentence
record Move(Change change, String from, String to, String reason, List<Join> joins) {
    Move {
        joins = List.copyOf(joins);
    }
}
