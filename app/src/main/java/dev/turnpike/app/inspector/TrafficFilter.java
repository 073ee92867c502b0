package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import java.util.List;
import java.util.Locale;

/// Which exchanges are shown: all whose words hold every word of the filter.
///
/// @param text what the user typed
/// @param hideCounts counts of tokens are left out
record TrafficFilter(String text, boolean hideCounts) {
    static final TrafficFilter USUAL = new TrafficFilter("", true);

    /// Shows what this filter lets through; `findable` is what can be found of it.
    boolean shows(ExchangeSummary summary, String findable) {
        if (hideCounts && summary.kind() == RowKind.COUNT_TOKENS) {
            return false;
        }
        return words().stream().allMatch(findable::contains);
    }

    private List<String> words() {
        return List.of(text.toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
