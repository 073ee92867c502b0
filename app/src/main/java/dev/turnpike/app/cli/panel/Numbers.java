package dev.turnpike.app.cli.panel;

import java.util.Locale;

/// Numbers as people read them.
final class Numbers {
    private static final double NANOS_PER_SECOND = 1e9;

    private Numbers() {}

    /// `12,345`
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1.24 s`
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / NANOS_PER_SECOND);
    }
}
