package dev.turnpike.app.usage;

import java.time.LocalDate;

/// Some days on the user's clock, the first and the last one included.
record Days(LocalDate first, LocalDate last) {
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    /// The days of a range that ends today.
    ///
    /// @param begun the first day that is known of
    /// @param custom what the user chose
    static Days of(UsageRange range, LocalDate today, LocalDate begun, Days custom) {
        return switch (range) {
            case TODAY -> new Days(today, today);
            case WEEK -> new Days(today.minusDays(WEEK - 1), today);
            case MONTH -> new Days(today.minusDays(MONTH - 1), today);
            case ALL -> new Days(begun.isAfter(today) ? today : begun, today);
            case CUSTOM -> custom;
        };
    }
}
