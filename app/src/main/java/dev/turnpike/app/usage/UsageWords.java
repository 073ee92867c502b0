package dev.turnpike.app.usage;

import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.usage.CostSum;
import dev.turnpike.gateway.usage.Dimension;
import dev.turnpike.gateway.usage.LatencyHistogram;
import dev.turnpike.gateway.usage.Money;
import dev.turnpike.gateway.usage.UsageLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What is known of usage, in words and figures.
final class UsageWords {
    static final String UNKNOWN = "—";

    private static final double HALF = 0.5;
    private static final int SHORT = 8;
    private static final Duration SHOWN_FINER = Duration.ofMillis(100);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private UsageWords() {}

    /// `$0.41`, `$0.41 +` where not every price is known, `plan` where a subscription pays, a dash where none is known.
    static String cost(CostSum cost) {
        if (cost.known() > 0) {
            return Money.text(cost.nanodollars()) + (cost.unknown() > 0 ? " +" : "");
        }
        return cost.plan() > 0 && cost.unknown() == 0 ? Text.of("usage.plan") : UNKNOWN;
    }

    /// The median in seconds: `0.9`, `0.02`.
    static String median(LatencyHistogram times) {
        return times.percentile(HALF).map(UsageWords::seconds).orElse(UNKNOWN);
    }

    private static String seconds(Duration duration) {
        boolean small = duration.compareTo(SHOWN_FINER) < 0;
        return small ? String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e9) : Figures.seconds(duration);
    }

    static String speed(UsageLine line) {
        return line.tokensPerSecond().isPresent()
                ? Long.toString(Math.round(line.tokensPerSecond().getAsDouble()))
                : UNKNOWN;
    }

    /// `71 %` of what went in was read from the cache.
    static String cached(UsageLine line) {
        return line.cacheShare().isPresent()
                ? Long.toString(Math.round(line.cacheShare().getAsDouble() * 100))
                : UNKNOWN;
    }

    /// What a line is of: a path from the user's own folder, the beginning of a session's id.
    ///
    /// @param home the user's own folder, empty for none
    static String name(Dimension dimension, UsageLine line, String home) {
        String name = dimension.of(line);
        if (name.isEmpty()) {
            return Text.of("usage.unknown." + dimension.name().toLowerCase(Locale.ROOT));
        }
        return switch (dimension) {
            case MODEL, CHANNEL -> name;
            case PROJECT -> HomePath.shown(name, home);
            case SESSION -> name.substring(0, Math.min(SHORT, name.length()));
        };
    }

    /// `14:00 to 15:00`, `12 Nov`, `3 Nov to 9 Nov`.
    static String time(UsageView.Bar bar, boolean hourly, ZoneId zone) {
        if (hourly) {
            return Text.of("usage.from.to", clock(bar.from(), zone), clock(bar.to(), zone));
        }
        String first = day(bar.from(), zone);
        String last = day(bar.to().minusMillis(1), zone);
        return first.equals(last) ? first : Text.of("usage.from.to", first, last);
    }

    /// What stands below a bar: `14`, `12 Nov`.
    static String tick(UsageView.Bar bar, boolean hourly, ZoneId zone) {
        if (!hourly) {
            return day(bar.from(), zone);
        }
        String clock = clock(bar.from(), zone);
        return clock.endsWith(":00") ? clock.substring(0, 2) : clock;
    }

    private static String clock(Instant time, ZoneId zone) {
        return HOUR.format(time.atZone(zone));
    }

    private static String day(Instant time, ZoneId zone) {
        return DAY.format(time.atZone(zone));
    }

    /// `18 November 2026`.
    static String date(LocalDate date) {
        return LONG_DAY.format(date);
    }
}
