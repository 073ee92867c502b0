package dev.turnpike.app.inspector;

import java.util.List;

/// How two bodies hang together.
///
/// @param told what is worth a line of its own
/// @param others what is joined without one
record Moves(List<Move> told, List<Join> others) {
    Moves {
        told = List.copyOf(told);
        others = List.copyOf(others);
    }
}
