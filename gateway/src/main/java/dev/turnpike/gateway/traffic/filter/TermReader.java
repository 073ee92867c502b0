package dev.turnpike.gateway.traffic.filter;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says what the words of one filter mean.
final class TermReader {
    private static final Pattern STATUS = Pattern.compile("[1-9][0-9]{2}");
    private static final Pattern HUNDRED = Pattern.compile("[1-9][xX]{2}");
    private static final Pattern STATUS_BEGUN = Pattern.compile("(>=?|<=?|=)?[1-9]?[0-9]?|[1-9][xX]?");
    private static final Pattern AMOUNT_BEGUN = Pattern.compile("(>=?|<=?|=)?\\$?([0-9]{1,18})?\\.?");
    private static final String QUOTE_IT = "In quotation marks it is looked for as text.";

    private final String text;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param text the whole filter
    TermReader(String text, InstantSource clock, ZoneId zone) {
        this.text = text;
        this.clock = clock;
        this.zone = zone;
    }

    /// @throws InvalidFilter where it means nothing
    Term term(Piece piece) {
        piece.values().forEach(this::checkClosed);
        return new Term(piece.negated(), piece.isFree() ? free(piece.first()) : keyed(piece));
    }

    private void checkClosed(Piece.Value value) {
        if (!value.closed()) {
            throw wrong("This quotation mark has no partner", "Put another one behind the phrase.", value, true);
        }
    }

    private Condition free(Piece.Value value) {
        Optional<Flag> flag = value.quoted() ? Optional.empty() : Flag.of(value.text());
        if (value.text().isEmpty()) {
            throw wrong("Nothing stands between these quotation marks", "Write what to look for.", value, false);
        }
        return flag.<Condition>map(Condition.Flagged::new).orElseGet(() -> new Condition.Words(value.text()));
    }

    private Condition keyed(Piece piece) {
        FilterKey key = FilterKey.of(piece.key()).orElseThrow(() -> unknown(piece));
        piece.values().forEach(value -> checkSaid(key, value));
        return switch (key) {
            case FilterField field ->
                new Condition.Named(
                        field, piece.values().stream().map(Piece.Value::text).toList());
            case Measure measure -> amount(measure, only(key, piece));
            case SpecialKey.STATUS -> new Condition.Status(each(piece, this::status));
            case SpecialKey.KIND -> new Condition.Kinds(each(piece, this::kind));
            case SpecialKey.IS -> flag(only(key, piece));
            case SpecialKey.AFTER, SpecialKey.BEFORE -> arrived(key == SpecialKey.BEFORE, only(key, piece));
        };
    }

    private InvalidFilter unknown(Piece piece) {
        List<String> words = FilterKey.words().toList();
        String advice = Nearest.to(piece.key(), words)
                .map(word -> "Did you mean \"" + word + ":\"?")
                .orElse("There are " + String.join(", ", words) + ".");
        return new InvalidFilter(
                "There is no key \"" + piece.key() + ":\"",
                advice + " " + QUOTE_IT,
                piece.bodyStart(),
                piece.key().length() + 1,
                false);
    }

    private void checkSaid(FilterKey key, Piece.Value value) {
        if (value.text().isEmpty()) {
            throw wrong(
                    "A value of \"" + key.word() + ":\" is missing",
                    "Write it without a space, as in " + key.example() + ".",
                    value,
                    !value.quoted());
        }
    }

    private Piece.Value only(FilterKey key, Piece piece) {
        if (piece.values().size() > 1) {
            throw wrong(
                    "\"" + key.word() + ":\" has one value",
                    "Write another one as another word, as in " + key.example() + ".",
                    piece.values().get(1),
                    false);
        }
        return piece.first();
    }

    private static <T> List<T> each(Piece piece, Function<Piece.Value, T> read) {
        return piece.values().stream().map(read).toList();
    }

    private StatusPart status(Piece.Value value) {
        String written = value.text();
        String number = Comparison.behind(written);
        if (STATUS.matcher(number).matches()) {
            return new StatusPart.Compared(Comparison.of(written), Integer.parseInt(number));
        }
        if (HUNDRED.matcher(written).matches()) {
            return new StatusPart.Hundred(written.charAt(0) - '0');
        }
        Stream<String> words = Stream.of(StatusPart.Outcome.values()).map(StatusPart.Outcome::word);
        return StatusPart.Outcome.of(written)
                .orElseThrow(() -> wrong(
                        "\"" + written + "\" is no status",
                        "Write a number as 429 or >=500, a class as 5xx, or ok, error, abandoned, running.",
                        value,
                        STATUS_BEGUN.matcher(written).matches() || isBegun(written, words)));
    }

    private KindWord kind(Piece.Value value) {
        return KindWord.of(value.text()).orElseThrow(() -> noWord("kind", value, KindWord.words()));
    }

    private Condition flag(Piece.Value value) {
        return new Condition.Flagged(
                Flag.of(value.text()).orElseThrow(() -> noWord("word for \"is:\"", value, Flag.words())));
    }

    private InvalidFilter noWord(String what, Piece.Value value, Stream<String> known) {
        List<String> words = known.toList();
        String advice = Nearest.to(value.text(), words)
                .map(word -> "Did you mean " + word + "?")
                .orElse("There are " + String.join(", ", words) + ".");
        return wrong("\"" + value.text() + "\" is no " + what, advice, value, isBegun(value.text(), words.stream()));
    }

    private static boolean isBegun(String written, Stream<String> words) {
        String small = written.toLowerCase(Locale.ROOT);
        return words.anyMatch(word -> word.startsWith(small));
    }

    private Condition amount(Measure measure, Piece.Value value) {
        String written = value.text();
        if (measure == Measure.COST) {
            for (Condition.Unpriced unpriced : Condition.Unpriced.values()) {
                if (unpriced.name().equalsIgnoreCase(written)) {
                    return unpriced;
                }
            }
        }
        OptionalLong amount = AmountText.read(measure.unit(), Comparison.behind(written));
        if (amount.isEmpty()) {
            throw noAmount(measure, value);
        }
        return new Condition.Amount(measure, Comparison.of(written), amount.getAsLong());
    }

    private InvalidFilter noAmount(Measure measure, Piece.Value value) {
        String written = value.text();
        boolean begun = AMOUNT_BEGUN.matcher(written).matches();
        return switch (measure.unit()) {
            case COUNT ->
                wrong(
                        "\"" + written + "\" is no number of tokens",
                        "Write a whole one behind >, >=, <, <= or =, with k or M where it is large, as in "
                                + measure.example() + ".",
                        value,
                        begun);
            case NANODOLLARS ->
                wrong(
                        "\"" + written + "\" is no cost",
                        "Write dollars behind >, >=, <, <= or =, or unknown, or plan, as in " + measure.example() + ".",
                        value,
                        begun || isBegun(written, Stream.of("unknown", "plan")));
            case MICROSECONDS ->
                wrong(
                        "\"" + written + "\" is no length of time",
                        "Write a number with ms, s, m or h behind >, >=, <, <= or =, as in " + measure.example() + ".",
                        value,
                        begun);
        };
    }

    private Condition arrived(boolean before, Piece.Value value) {
        TimeText time = TimeText.read(value.text(), clock, zone)
                .orElseThrow(() -> wrong(
                        "\"" + value.text() + "\" is no point in time",
                        "Write a date as 2026-11-27, a time as 14:02, an age as 2h or 3d, today or yesterday.",
                        value,
                        TimeText.isBegun(value.text())));
        return new Condition.Arrived(before, time.written(), time.epochMillis());
    }

    /// @param begun typing on at this place may make it right
    private InvalidFilter wrong(String what, String advice, Piece.Value value, boolean begun) {
        boolean atTheEnd = value.end() == text.length();
        return new InvalidFilter(what, advice, value.start(), value.end() - value.start(), begun && atTheEnd);
    }
}
