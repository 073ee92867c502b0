package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Moves of one kind from equal paths, whatever their positions in arrays.
///
/// @param from the path, without its front where there are several
/// @param whole the path with its front
/// @param to where all of them went; empty where they went to different places or nowhere
/// @param reason one sentence a line
/// @param joins of the first one first
record AdjustmentGroup(
        Change change, String from, String whole, String to, String reason, int count, List<Join> joins) {
    private static final int MOST_REASONS = 3;

    AdjustmentGroup {
        joins = List.copyOf(joins);
    }

    private record Key(Change change, String shape) {}

    /// The groups, what was lost behind what was renamed.
    static List<AdjustmentGroup> of(List<Move> moves) {
        Map<Key, List<Move>> found = new LinkedHashMap<>();
        for (Move move : moves) {
            Key key = new Key(move.change(), JsonPath.shape(move.from()));
            found.computeIfAbsent(key, _ -> new ArrayList<>()).add(move);
        }
        return found.values().stream()
                .map(AdjustmentGroup::together)
                .sorted(Comparator.comparing(AdjustmentGroup::change))
                .toList();
    }

    private static AdjustmentGroup together(List<Move> moves) {
        Move first = moves.getFirst();
        boolean one = moves.size() == 1;
        String whole = one ? first.from() : JsonPath.shape(first.from());
        Set<String> goals = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        List<Join> joins = new ArrayList<>();
        for (Move move : moves) {
            goals.add(JsonPath.shape(move.to()));
            reasons.add(move.reason());
            joins.addAll(move.joins());
        }
        String to = one
                ? first.to()
                : goals.size() == 1 ? behindPositions(goals.iterator().next()) : "";
        String reason = String.join("\n", reasons.stream().limit(MOST_REASONS).toList());
        return new AdjustmentGroup(
                first.change(), one ? whole : behindPositions(whole), whole, to, reason, moves.size(), joins);
    }

    private static String behindPositions(String shape) {
        int end = shape.lastIndexOf("[].");
        return end < 0 ? shape : shape.substring(end + 3);
    }
}
