package dev.turnpike.app.cli.panel;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.Moment;
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

    /// `200 · end_turn · 1,234 in · 56 out · 1,000 from cache`
    static String outcome(Moment.Finished finished) {
        TokenUsage usage = finished.usage();
        return finished.status()
                + (finished.stopReason().isEmpty() ? "" : " · " + finished.stopReason())
                + " · " + of(usage.input()) + " in · " + of(usage.output()) + " out"
                + (usage.cacheRead() == 0 ? "" : " · " + of(usage.cacheRead()) + " from cache")
                + (usage.cacheCreation() == 0 ? "" : " · " + of(usage.cacheCreation()) + " to cache");
    }
}
