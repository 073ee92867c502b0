package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.List;

/// Two bodies side by side.
///
/// @param groups what is told above them
/// @param joins all that hangs together
/// @param left how the left ones are marked
/// @param right how the right ones are marked
record Comparison(
        JsonRow before, JsonRow after, List<AdjustmentGroup> groups, List<Join> joins, Marks left, Marks right) {
    Comparison {
        groups = List.copyOf(groups);
        joins = List.copyOf(joins);
    }

    /// Reads both bodies as deep as they are marked, so that nothing of that is left to the window's thread.
    static Comparison of(JsonRow before, JsonRow after, Moves moves) {
        List<AdjustmentGroup> groups = AdjustmentGroup.of(moves.told());
        List<Join> first = new ArrayList<>(moves.others());
        List<Join> all = new ArrayList<>(moves.others());
        for (AdjustmentGroup group : groups) {
            group.joins().stream().limit(1).forEach(first::add);
            all.addAll(group.joins());
        }
        Marks left = Marks.of(all, first, join -> join.from().stream());
        Marks right = Marks.of(all, first, join -> join.to().stream());
        read(before, left.first());
        read(after, right.first());
        return new Comparison(before, after, groups, all, left, right);
    }

    private static void read(JsonRow body, Iterable<JsonPath> paths) {
        for (JsonPath path : paths) {
            body.at(path).filter(JsonRow::isBranch).ifPresent(JsonRow::children);
        }
    }
}
