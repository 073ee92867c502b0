package dev.turnpike.gateway.traffic.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts as people write them: `10k`, `1.5M`, `0.05` or `$0.05`, `800ms`, `2s`, `1m`.
final class AmountText {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\$?)([0-9]{0,18}(?:\\.[0-9]{1,18})?)(k|m|ms|s|h)?", Pattern.CASE_INSENSITIVE);

    private static final int THOUSAND = 3;
    private static final int MILLION = 6;
    private static final int BILLION = 9;
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private AmountText() {}

    /// The amount; empty where these are no words for one, or for too large a one.
    static OptionalLong read(Measure.Unit unit, String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || written.group(2).isEmpty()) {
            return OptionalLong.empty();
        }
        boolean dollars = !written.group(1).isEmpty();
        String suffix = written.group(3) == null ? "" : written.group(3).toLowerCase(Locale.ROOT);
        long factor = dollars && unit != Measure.Unit.NANODOLLARS ? 0 : factor(unit, suffix);
        BigDecimal amount = new BigDecimal(written.group(2)).multiply(BigDecimal.valueOf(factor));
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        boolean fits = factor > 0
                && amount.compareTo(BigDecimal.valueOf(Condition.Amount.MOST)) <= 0
                && (whole || unit != Measure.Unit.COUNT);
        return fits ? OptionalLong.of(amount.setScale(0, RoundingMode.HALF_UP).longValueExact()) : OptionalLong.empty();
    }

    /// How many units one of that suffix is; 0 where the unit has no such suffix.
    private static long factor(Measure.Unit unit, String suffix) {
        return switch (unit) {
            case COUNT ->
                switch (suffix) {
                    case "" -> 1;
                    case "k" -> 1_000;
                    case "m" -> 1_000_000;
                    default -> 0;
                };
            case NANODOLLARS -> suffix.isEmpty() ? 1_000_000_000 : 0;
            case MICROSECONDS ->
                switch (suffix) {
                    case "ms" -> 1_000;
                    case "", "s" -> SECOND;
                    case "m" -> MINUTE;
                    case "h" -> HOUR;
                    default -> 0;
                };
        };
    }

    /// The amount in few characters, none of its figures lost.
    static String of(Measure.Unit unit, long amount) {
        return switch (unit) {
            case COUNT -> count(amount);
            case NANODOLLARS -> moved(amount, BILLION);
            case MICROSECONDS -> time(amount);
        };
    }

    private static String count(long amount) {
        if (amount >= 1_000_000 && amount % 1_000 == 0) {
            return moved(amount, MILLION) + "M";
        }
        return amount >= 1_000 && amount % 10 == 0 ? moved(amount, THOUSAND) + "k" : Long.toString(amount);
    }

    private static String time(long amount) {
        if (amount >= HOUR && amount % HOUR == 0) {
            return amount / HOUR + "h";
        }
        if (amount >= MINUTE && amount % MINUTE == 0) {
            return amount / MINUTE + "m";
        }
        return amount >= SECOND ? moved(amount, MILLION) + "s" : moved(amount, THOUSAND) + "ms";
    }

    private static String moved(long amount, int digits) {
        BigDecimal moved = BigDecimal.valueOf(amount, digits).stripTrailingZeros();
        return moved.toPlainString();
    }
}
