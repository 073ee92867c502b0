package dev.turnpike.gateway.traffic.filter;

import dev.turnpike.gateway.traffic.filter.Candidates.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How one may go on with a filter that is being typed.
public final class FilterSuggestions {
    /// More are not read.
    private static final int MOST = 12;

    /// What is shorter stands in nearly everything.
    private static final int TELLING = 2;

    private final Candidates candidates;

    /// @param seen whose values are offered
    public FilterSuggestions(SeenValues seen) {
        this.candidates = new Candidates(seen);
    }

    /// What may stand where the caret is: keys and flags that begin with what is typed, then values that do,
    /// then values that hold it; twelve at most, and nothing that is there already.
    ///
    /// @param caret how many characters are before it
    public List<Suggestion> at(String text, int caret) {
        return Pieces.of(text).stream()
                .filter(piece -> piece.start() <= caret && caret <= piece.end())
                .reduce((one, next) -> next)
                .map(piece -> within(piece, text, caret))
                .orElseGet(() -> words("", caret, caret))
                .filter(suggestion -> isNew(suggestion, text))
                .limit(MOST)
                .toList();
    }

    /// It changes something, and makes no word that is there already.
    private static boolean isNew(Suggestion suggestion, String text) {
        String after = suggestion.applied(text);
        List<Piece> pieces = Pieces.of(after);
        String made = pieces.stream()
                .filter(piece -> piece.start() <= suggestion.start() && suggestion.start() < piece.end())
                .findFirst()
                .map(piece -> body(piece, after))
                .orElse("");
        return !Letters.equal(after, text)
                && pieces.stream()
                                .filter(piece -> Letters.equal(body(piece, after), made))
                                .count()
                        == 1;
    }

    private static String body(Piece piece, String text) {
        return text.substring(piece.bodyStart(), piece.end());
    }

    private Stream<Suggestion> within(Piece piece, String text, int caret) {
        int start = piece.bodyStart();
        if (caret < start || caret == piece.start()) {
            return Stream.of();
        }
        if (piece.isFree()) {
            return free(piece.first(), text, caret, start);
        }
        int values = start + piece.key().length() + 1;
        if (caret < values) {
            return keys(text.substring(start, caret), start, values);
        }
        return FilterKey.of(piece.key()).stream().flatMap(key -> values(key, piece, text, caret));
    }

    private Stream<Suggestion> free(Piece.Value value, String text, int caret, int start) {
        if (value.quoted()) {
            return Stream.of();
        }
        boolean onlySign = value.text().equals("-");
        return onlySign ? words("", caret, caret) : words(text.substring(start, caret), start, value.end());
    }

    private Stream<Suggestion> words(String typed, int start, int end) {
        Stream<Suggestion> flags = Stream.of(Flag.values())
                .filter(flag -> Letters.begin(flag.word(), typed))
                .map(flag -> new Suggestion(start, end, flag.word(), flag.description()));
        Stream<Suggestion> known = Stream.concat(keys(typed, start, end), flags);
        if (typed.isEmpty()) {
            return known;
        }
        List<Suggestion> begun = new ArrayList<>();
        List<Suggestion> holding = new ArrayList<>();
        for (FilterKey key : Candidates.guessed()) {
            candidates.of(key).forEach(candidate -> {
                String word = key.word() + ":" + ConditionText.value(candidate.value());
                Suggestion suggestion = new Suggestion(start, end, word, candidate.description());
                if (Letters.begin(candidate.value(), typed)) {
                    begun.add(suggestion);
                } else if (typed.length() >= TELLING && Letters.contain(candidate.value(), typed)) {
                    holding.add(suggestion);
                }
            });
        }
        return Stream.concat(known, Stream.concat(begun.stream(), holding.stream()));
    }

    private static Stream<Suggestion> keys(String typed, int start, int end) {
        return FilterKey.ALL.stream()
                .filter(key -> Letters.begin(key.word(), typed))
                .map(key -> new Suggestion(start, end, key.word() + ":", key.description()));
    }

    private Stream<Suggestion> values(FilterKey key, Piece piece, String text, int caret) {
        Piece.Value value = piece.values().stream()
                .filter(each -> each.start() <= caret && caret <= each.end())
                .findFirst()
                .orElse(piece.values().getLast());
        int start = value.quoted() ? value.start() + 1 : value.start();
        String typed = text.substring(Math.min(start, caret), caret);
        List<Candidate> fresh = candidates
                .of(key)
                .filter(candidate ->
                        piece.values().stream().noneMatch(there -> Letters.equal(there.text(), candidate.value())))
                .toList();
        Stream<Candidate> begun = fresh.stream().filter(each -> Letters.begin(each.value(), typed));
        Stream<Candidate> holding = fresh.stream()
                .filter(each -> !Letters.begin(each.value(), typed) && Letters.contain(each.value(), typed));
        return Stream.concat(begun, holding)
                .map(each -> new Suggestion(
                        value.start(), value.end(), ConditionText.value(each.value()), each.description()));
    }
}
