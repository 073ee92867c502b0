package dev.turnpike.app.cli.traffic;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.usage.Cost;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Figures for narrow columns; what is not known is `—`.
final class Figures {
    static final String UNKNOWN = "—";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long SHORT_MILLIS = 100;
    private static final double NANOS_A_SECOND = 1e9;

    private Figures() {}

    /// `1,234`.
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 exchange`, `1,234 exchanges`.
    static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /// `262`, `6.2k`, `23k`, `1.2M`.
    static String brief(long number) {
        if (number < 1_000) {
            return Long.toString(number);
        }
        if (number < 999_500) {
            return format(number < 9_950 ? "%.1fk" : "%.0fk", number / 1e3);
        }
        return format(number < 9_950_000 ? "%.1fM" : "%.0fM", number / 1e6);
    }

    /// The same, `—` for none.
    static String tokens(long tokens) {
        return tokens == 0 ? UNKNOWN : brief(tokens);
    }

    /// `214 B`, `2.1 kB`, `12 MB`.
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 999_500) {
            return format(bytes < 99_950 ? "%.1f kB" : "%.0f kB", bytes / 1e3);
        }
        return format(bytes < 99_950_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }

    /// `23 ms`, `0.92 s`, `12.4 s`, `125 s`.
    static String seconds(Duration duration) {
        if (duration.toMillis() < SHORT_MILLIS) {
            return duration.toMillis() + " ms";
        }
        double seconds = duration.toNanos() / NANOS_A_SECOND;
        return format(seconds < 9.995 ? "%.2f s" : seconds < 99.95 ? "%.1f s" : "%.0f s", seconds);
    }

    static String seconds(Optional<Duration> duration) {
        return duration.map(Figures::seconds).orElse(UNKNOWN);
    }

    /// Tokens a second, from the first one on.
    static String rate(ExchangeSummary summary) {
        if (summary.firstToken().isEmpty() || summary.duration().isEmpty()) {
            return UNKNOWN;
        }
        long nanos = summary.duration().get().minus(summary.firstToken().get()).toNanos();
        // of a moment nothing can be told
        if (nanos < 10_000_000 || summary.tokensOut() < 2) {
            return UNKNOWN;
        }
        double rate = summary.tokensOut() / (nanos / NANOS_A_SECOND);
        return format(rate < 9.95 ? "%.1f" : "%.0f", rate);
    }

    /// `$1.23`, `plan`, `—`.
    static String cost(Cost cost) {
        return cost instanceof Cost.Plan ? "plan" : cost.words();
    }

    /// The time of day.
    static String clock(long epochMillis, ZoneId zone) {
        return CLOCK.format(Instant.ofEpochMilli(epochMillis).atZone(zone));
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
