package dev.turnpike.app.inspector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the values of one body are marked.
///
/// @param changes what became of which
/// @param ways what holds a marked one
/// @param first the first one of each kind, and what holds it
/// @param open those of them that are in sight at once
record Marks(Map<JsonPath, Change> changes, Set<JsonPath> ways, Set<JsonPath> first, Set<JsonPath> open) {
    static final Marks NONE = new Marks(Map.of(), Set.of(), Set.of(), Set.of());
    private static final String MESSAGES = "messages";

    Marks {
        changes = Map.copyOf(changes);
        ways = Set.copyOf(ways);
        first = Set.copyOf(first);
        open = Set.copyOf(open);
    }

    static Marks of(List<Join> all, List<Join> first, Function<Join, Stream<JsonPath>> end) {
        Map<JsonPath, Change> changes = new HashMap<>();
        for (Join join : all) {
            end.apply(join)
                    .forEach(path ->
                            changes.merge(path, join.change(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        }
        Set<JsonPath> ways = new HashSet<>();
        changes.keySet().forEach(path -> addAbove(path, ways));
        Set<JsonPath> shown = first.stream().flatMap(end).collect(Collectors.toCollection(HashSet::new));
        Set<JsonPath> open = shown.stream().filter(Marks::isShort).collect(Collectors.toCollection(HashSet::new));
        List.copyOf(shown).forEach(path -> addAbove(path, shown));
        List.copyOf(open).forEach(path -> addAbove(path, open));
        return new Marks(changes, ways, shown, open);
    }

    /// What stands deep in a conversation would push everything else out of sight.
    private static boolean isShort(JsonPath path) {
        return path.isRoot()
                || !path.steps().getFirst().equals(MESSAGES)
                || path.steps().size() <= 2;
    }

    private static void addAbove(JsonPath path, Set<JsonPath> into) {
        JsonPath above = path;
        while (!above.isRoot()) {
            above = above.parent();
            into.add(above);
        }
    }

    Optional<Change> of(JsonPath path) {
        return Optional.ofNullable(changes.get(path));
    }

    /// It is marked, holds what is marked, or stands in what is marked.
    boolean concerns(JsonPath path) {
        if (changes.containsKey(path) || ways.contains(path)) {
            return true;
        }
        JsonPath above = path;
        while (!above.isRoot()) {
            above = above.parent();
            if (changes.containsKey(above)) {
                // of what has marks in it only those are of interest
                return !ways.contains(above) && changes.get(above) != Change.CARRIED;
            }
        }
        return false;
    }
}
