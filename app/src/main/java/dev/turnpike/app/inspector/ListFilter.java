package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.filter.Condition;
import dev.turnpike.gateway.traffic.filter.FilterParser;
import dev.turnpike.gateway.traffic.filter.InvalidFilter;
import dev.turnpike.gateway.traffic.filter.KindWord;
import dev.turnpike.gateway.traffic.filter.Term;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which exchanges are shown.
///
/// @param text what the user typed
/// @param hideCounts counts of tokens are left out
/// @param terms what the text means; where it means nothing, what the last one that did meant
/// @param mistake why the text means nothing
record ListFilter(String text, boolean hideCounts, TrafficFilter terms, Optional<InvalidFilter> mistake) {
    static final ListFilter USUAL = new ListFilter("", true, TrafficFilter.ALL, Optional.empty());

    /// The filter after the user has typed.
    ListFilter typed(String newer) {
        try {
            TrafficFilter read = FilterParser.parse(newer, InstantSource.system(), ZoneId.systemDefault());
            return new ListFilter(newer, hideCounts, read, Optional.empty());
        } catch (InvalidFilter e) {
            return new ListFilter(newer, hideCounts, terms, Optional.of(e));
        }
    }

    ListFilter hidingCounts(boolean wanted) {
        return new ListFilter(text, wanted, terms, mistake);
    }

    /// What is asked of the store.
    TrafficFilter wanted() {
        if (!hideCounts) {
            return terms;
        }
        List<Term> all = new ArrayList<>(terms.terms());
        all.add(new Term(true, new Condition.Kinds(List.of(KindWord.COUNT))));
        return new TrafficFilter(all);
    }

    /// Lets through what the other one does.
    boolean showsTheSame(ListFilter other) {
        return hideCounts == other.hideCounts && terms.equals(other.terms);
    }

    /// Why the text is none, a sentence or two; empty where nothing is wrong, or may not be after some more letters.
    String complaint() {
        return mistake.filter(invalid -> !invalid.isUnfinished())
                .map(InvalidFilter::getMessage)
                .orElse("");
    }

    /// Shows what this filter lets through; `findable` is what free words find of it, in lower case.
    boolean shows(ExchangeSummary summary, boolean pinned, String findable) {
        if (hideCounts && summary.kind() == RowKind.COUNT_TOKENS) {
            return false;
        }
        return terms.matches(summary, pinned, words -> findable.contains(words.toLowerCase(Locale.ROOT)));
    }
}
