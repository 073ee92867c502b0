package dev.turnpike.gateway.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Amounts in words for people.
public final class Money {
    private static final long CENT = 10_000_000;
    private static final int NANO_DIGITS = 9;

    private Money() {}

    /// `$0.41`, `$1,234.50`; `< $0.01` for something that is less than a cent, and `$0.00` for nothing
    /// alone. An amount below nothing has a minus before it.
    ///
    /// @param nanodollars billionths of a US dollar
    public static String text(long nanodollars) {
        if (nanodollars > 0 && nanodollars < CENT) {
            return "< $0.01";
        }
        if (nanodollars < 0 && nanodollars > -CENT) {
            return "> −$0.01";
        }
        BigDecimal dollars = BigDecimal.valueOf(nanodollars, NANO_DIGITS).setScale(2, RoundingMode.HALF_UP);
        return (nanodollars < 0 ? "−$" : "$") + String.format(Locale.ROOT, "%,.2f", dollars.abs());
    }
}
