package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import java.util.Locale;

/// The words of one line above the trees.
///
/// @param kind what became of it, one word
/// @param count how often, empty where once
/// @param told the whole line for those who cannot see it
record AdjustmentRow(String kind, String from, String to, String count, String reason, String told) {
    /// Where everything of an answer stands that is of interest.
    private static final String FIRST = "choices[0].";

    static AdjustmentRow of(AdjustmentGroup group) {
        String kind =
                Text.of("traffic.translation.kind." + group.change().name().toLowerCase(Locale.ROOT));
        String count = group.count() > 1 ? Text.of("traffic.translation.times", group.count()) : "";
        String way =
                group.to().isEmpty() ? group.whole() : Text.of("traffic.translation.way", group.whole(), group.to());
        String told =
                Text.of("traffic.translation.line", kind, way, group.reason().replace("\n", ", "), group.count());
        String from = group.from().startsWith(FIRST) ? group.from().substring(FIRST.length()) : group.from();
        return new AdjustmentRow(kind, from, group.to(), count, group.reason(), told);
    }
}
