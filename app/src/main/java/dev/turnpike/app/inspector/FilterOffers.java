package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.filter.FilterSuggestions;
import dev.turnpike.gateway.traffic.filter.SeenValues;
import dev.turnpike.gateway.traffic.filter.Suggestion;
import java.util.ArrayList;
import java.util.List;

/// What the filter field offers: filters that are kept or were used, and ways to go on with the one that is typed.
final class FilterOffers {
    private static final int MOST_RECENT = 20;
    private static final int RECENT_OFFERED = 5;

    private final FilterMemory memory;
    private final List<String> recent = new ArrayList<>();
    private FilterSuggestions suggestions = new FilterSuggestions(SeenValues.NONE);

    FilterOffers(FilterMemory memory) {
        this.memory = memory;
    }

    /// One offer.
    ///
    /// @param title what is offered
    /// @param about what it means, a few words
    /// @param text the whole filter, once it is taken
    /// @param caret where the caret is then
    /// @param goesOn more should be typed behind it
    record Offer(Kind kind, String title, String about, String text, int caret, boolean goesOn) {}

    /// Where an offer comes from.
    enum Kind {
        KEPT,
        RECENT,
        WAY_ON
    }

    /// Offers what was seen in the traffic from now on.
    void learn(SeenValues seen) {
        suggestions = new FilterSuggestions(seen);
    }

    /// What may come next, the likeliest first.
    List<Offer> at(String text, int caret) {
        List<Offer> offers = new ArrayList<>();
        if (text.isBlank()) {
            memory.saved().forEach(kept -> offers.add(whole(Kind.KEPT, kept)));
            recent.stream()
                    .filter(used -> !memory.saved().contains(used))
                    .limit(RECENT_OFFERED)
                    .forEach(used -> offers.add(whole(Kind.RECENT, used)));
        }
        suggestions.at(text, caret).forEach(suggestion -> offers.add(wayOn(suggestion, text)));
        return offers;
    }

    private static Offer whole(Kind kind, String filter) {
        String about = Text.of(kind == Kind.KEPT ? "traffic.filter.kept" : "traffic.filter.recent");
        return new Offer(kind, filter, about, filter, filter.length(), false);
    }

    private static Offer wayOn(Suggestion suggestion, String text) {
        boolean goesOn = suggestion.replacement().endsWith(":");
        String after = suggestion.applied(text);
        boolean atEnd = suggestion.caret() == after.length();
        // the next word begins behind a blank
        String whole = goesOn || !atEnd ? after : after + " ";
        int caret = suggestion.caret() + (whole.length() > after.length() ? 1 : 0);
        return new Offer(Kind.WAY_ON, suggestion.replacement(), suggestion.description(), whole, caret, goesOn);
    }

    /// This filter was used.
    void used(String filter) {
        String plain = filter.strip();
        if (!plain.isEmpty()) {
            recent.remove(plain);
            recent.addFirst(plain);
            if (recent.size() > MOST_RECENT) {
                recent.removeLast();
            }
        }
    }

    /// The filter that was used before that many others, 0 for the last one; empty where there is none.
    String used(int ago) {
        return ago >= 0 && ago < recent.size() ? recent.get(ago) : "";
    }

    boolean isKept(String filter) {
        return memory.saved().contains(filter.strip());
    }

    /// Keeps the filter, or lets it go.
    void keep(String filter, boolean wanted) {
        String plain = filter.strip();
        List<String> kept = new ArrayList<>(memory.saved());
        kept.remove(plain);
        if (wanted && !plain.isEmpty()) {
            kept.addFirst(plain);
        }
        memory.save(kept);
    }
}
