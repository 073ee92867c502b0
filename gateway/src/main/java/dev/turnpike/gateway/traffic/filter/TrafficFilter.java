package dev.turnpike.gateway.traffic.filter;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which exchanges are wanted: those for which every term holds.
///
/// Letters of the ASCII alphabet fit in upper and lower case, as SQLite compares; the words of bodies fit in any case,
/// with or without accents.
public record TrafficFilter(List<Term> terms) {
    /// Wants everything.
    public static final TrafficFilter ALL = new TrafficFilter(List.of());

    public TrafficFilter {
        terms = List.copyOf(terms);
    }

    /// The filter as one would write it. Reading it again by the same clock and zone gives an equal filter.
    public String text() {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    /// Whether the exchange is wanted: what a search in the store would find of one that is over.
    ///
    /// @param textContains whether its bodies hold these words
    public boolean matches(ExchangeSummary summary, boolean pinned, Predicate<String> textContains) {
        Matching matching = new Matching(summary, pinned, textContains);
        return terms.stream().allMatch(term -> matching.holds(term.condition()) != term.negated());
    }
}
