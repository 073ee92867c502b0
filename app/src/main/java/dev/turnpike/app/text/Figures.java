package dev.turnpike.app.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as they stand in columns and sentences.
public final class Figures {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double BYTES_A_TOKEN = 4;

    private Figures() {}

    /// `262`, `1,240`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// The least step of a scale that is enough: one, two or five times the finest, or of ten, a hundred … times it.
    public static double step(double least, double finest) {
        double ten = finest;
        while (true) {
            for (int times : new int[] {1, 2, 5}) {
                if (ten * times >= least) {
                    return ten * times;
                }
            }
            ten *= 10;
        }
    }

    /// `262`, `62.4k`, `1.24 M`.
    public static String tokens(long tokens) {
        if (tokens < 1000) {
            return Long.toString(tokens);
        }
        if (tokens < 1_000_000) {
            return tokens < 999_950 ? format("%.1fk", tokens / 1000.0) : "1.00 M";
        }
        return format("%.2f M", tokens / 1_000_000.0);
    }

    /// `262`, `6.2k`, `23k`, `1.2M`: four characters at most, for narrow columns.
    public static String brief(long tokens) {
        if (tokens < 1000) {
            return Long.toString(tokens);
        }
        if (tokens < 999_500) {
            return format(tokens < 9_950 ? "%.1fk" : "%.0fk", tokens / 1000.0);
        }
        return format(tokens < 9_950_000 ? "%.1fM" : "%.0fM", tokens / 1_000_000.0);
    }

    /// `214 B`, `2.1 kB`, `12 MB`.
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes < 100 ? bytes + " B" : format("%.1f kB", bytes / 1000.0);
        }
        if (bytes < 1_000_000) {
            return bytes < 100_000 ? format("%.1f kB", bytes / 1000.0) : bytes / 1000 + " kB";
        }
        return bytes < 10_000_000 ? format("%.1f MB", bytes / 1_000_000.0) : bytes / 1_000_000 + " MB";
    }

    /// `0.9`, `12.4`, `125`.
    public static String seconds(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        return seconds < 100 ? format("%.1f", seconds) : format("%.0f", seconds);
    }

    /// `0:08`, `12:30`.
    public static String stopwatch(Duration passed) {
        Duration shown = passed.isNegative() ? Duration.ZERO : passed;
        return String.format(Locale.ROOT, "%d:%02d", shown.toMinutes(), shown.toSecondsPart());
    }

    /// `0.3`.
    public static String millis(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 100 ? format("%.1f", millis) : format("%.0f", millis);
    }

    /// The time of day.
    public static String clock(long epochMillis) {
        return CLOCK.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneId.systemDefault()));
    }

    /// About how many tokens a text of so many bytes is.
    public static long tokensOf(long bytes) {
        return Math.round(bytes / BYTES_A_TOKEN);
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
