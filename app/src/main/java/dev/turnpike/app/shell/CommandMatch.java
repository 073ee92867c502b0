package dev.turnpike.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How what somebody typed is found in a command. Case and accents do not count.
///
/// @param title which letters of the title match
/// @param second which letters of the second sentence match
record CommandMatch(Rank rank, List<Span> title, List<Span> second) {
    /// How well it fits, the best first.
    enum Rank {
        /// The title begins with it.
        START,
        /// A later word of the title begins with it.
        WORD,
        /// It is inside a word of the title.
        INSIDE,
        /// It is in the second sentence.
        SECOND,
        /// Its letters are in the title, with others between them.
        SCATTERED;

        /// Whether somebody may well have meant just this.
        boolean isStrong() {
            return this == START || this == WORD;
        }
    }

    private static final CommandMatch ALL = new CommandMatch(Rank.START, List.of(), List.of());

    /// Finds it; everything matches where nothing is typed.
    static Optional<CommandMatch> find(String typed, String title, String second) {
        String wanted = FoldedText.fold(typed.strip());
        if (wanted.isEmpty()) {
            return Optional.of(ALL);
        }
        FoldedText first = new FoldedText(title);
        return together(wanted, first)
                .or(() -> inSecond(wanted, new FoldedText(second)))
                .or(() -> scattered(wanted.replace(" ", ""), first));
    }

    private static Optional<CommandMatch> together(String wanted, FoldedText title) {
        int place = best(wanted, title);
        if (place < 0) {
            return Optional.empty();
        }
        Rank rank = place == 0 ? Rank.START : title.startsWord(place) ? Rank.WORD : Rank.INSIDE;
        return Optional.of(new CommandMatch(rank, List.of(title.span(place, place + wanted.length())), List.of()));
    }

    private static Optional<CommandMatch> inSecond(String wanted, FoldedText second) {
        int place = best(wanted, second);
        return place < 0
                ? Optional.empty()
                : Optional.of(
                        new CommandMatch(Rank.SECOND, List.of(), List.of(second.span(place, place + wanted.length()))));
    }

    /// Where it stands: at the first word that begins with it, else anywhere; -1 for nowhere.
    private static int best(String wanted, FoldedText text) {
        String letters = text.letters();
        int first = letters.indexOf(wanted);
        for (int at = first; at >= 0; at = letters.indexOf(wanted, at + 1)) {
            if (at == 0 || text.startsWord(at)) {
                return at;
            }
        }
        return first;
    }

    private static Optional<CommandMatch> scattered(String wanted, FoldedText title) {
        String letters = title.letters();
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < wanted.length(); i++) {
            int place = letters.indexOf(wanted.charAt(i), from);
            if (place < 0) {
                return Optional.empty();
            }
            add(spans, title.span(place, place + 1));
            from = place + 1;
        }
        return Optional.of(new CommandMatch(Rank.SCATTERED, List.copyOf(spans), List.of()));
    }

    private static void add(List<Span> spans, Span next) {
        Span last = spans.isEmpty() ? next : spans.getLast();
        if (!spans.isEmpty() && last.to() >= next.from()) {
            spans.set(spans.size() - 1, new Span(last.from(), Math.max(last.to(), next.to())));
        } else {
            spans.add(next);
        }
    }
}
