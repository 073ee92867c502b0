package dev.turnpike.gateway.traffic.store;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is about to be deleted, and stands in the file as long as it can be undone.
///
/// @param upTo all up to and including this place that are not pinned; 0 for none
/// @param these the places of some more, pinned or not
public record Leaving(long upTo, Set<Long> these) {
    public static final Leaving NOTHING = new Leaving(0, Set.of());

    public Leaving {
        these = Set.copyOf(these);
    }

    /// Both.
    public Leaving with(Leaving other) {
        Set<Long> all = new HashSet<>(these);
        all.addAll(other.these);
        return new Leaving(Math.max(upTo, other.upTo), all);
    }

    /// What stays, as SQL about a table called `e`.
    String where() {
        String later = upTo > 0 ? "(e.seq > " + upTo + " OR e.pinned = 1)" : "TRUE";
        String others = new TreeSet<>(these).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return others.isEmpty() ? later : later + " AND e.seq NOT IN (" + others + ")";
    }
}
