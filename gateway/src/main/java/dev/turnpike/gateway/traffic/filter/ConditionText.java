package dev.turnpike.gateway.traffic.filter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes terms so that reading them gives the same terms.
final class ConditionText {
    private ConditionText() {}

    static String of(Term term) {
        String sign = term.negated() ? "-" : "";
        return sign
                + switch (term.condition()) {
                    case Condition.Words(String text) -> isReadBare(sign, text) ? text : quoted(text);
                    case Condition.Named(FilterField field, List<String> values) ->
                        keyed(field, values.stream().map(ConditionText::value).collect(Collectors.joining(",")));
                    case Condition.Status(List<StatusPart> parts) ->
                        keyed(
                                SpecialKey.STATUS,
                                parts.stream().map(StatusPart::text).collect(Collectors.joining(",")));
                    case Condition.Kinds(List<KindWord> words) ->
                        keyed(
                                SpecialKey.KIND,
                                words.stream().map(KindWord::word).collect(Collectors.joining(",")));
                    case Condition.Amount(Measure measure, Comparison comparison, long amount) ->
                        keyed(measure, comparison.sign() + AmountText.of(measure.unit(), amount));
                    case Condition.Unpriced unpriced ->
                        keyed(Measure.COST, unpriced.name().toLowerCase(Locale.ROOT));
                    case Condition.Flagged(Flag flag) -> flag.word();
                    case Condition.Arrived arrived ->
                        keyed(arrived.before() ? SpecialKey.BEFORE : SpecialKey.AFTER, arrived.written());
                };
    }

    private static String keyed(FilterKey key, String values) {
        return key.word() + ":" + values;
    }

    private static boolean isReadBare(String sign, String text) {
        List<Piece> pieces = Pieces.of(sign + text);
        return pieces.size() == 1
                && pieces.getFirst().isFree()
                && pieces.getFirst().negated() != sign.isEmpty()
                && !pieces.getFirst().first().quoted()
                && pieces.getFirst().first().text().equals(text)
                && Flag.of(text).isEmpty();
    }

    /// A value as it must stand behind a colon or a comma.
    static String value(String text) {
        boolean bare = !text.startsWith("\"")
                && !text.startsWith(":")
                && text.chars().noneMatch(letter -> letter == ',' || Pieces.isSpace((char) letter));
        return bare ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
