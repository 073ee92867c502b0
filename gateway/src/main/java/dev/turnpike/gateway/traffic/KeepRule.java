package dev.turnpike.gateway.traffic;

import java.time.Duration;

/// What is kept, and for how long.
///
/// @param longest pinned exchanges are kept longer
/// @param mostBytes of the database; the oldest exchanges go first
public record KeepRule(BodyRule bodies, Duration longest, long mostBytes) {
    /// Everything for seven days, 500 MB at most.
    public static final KeepRule USUAL = new KeepRule(BodyRule.ALL, Duration.ofDays(7), 500_000_000);

    /// Whose bodies are kept.
    public enum BodyRule {
        ALL,
        /// Of exchanges that failed, were retried or were left by the client.
        ERRORS,
        NONE;

        /// Whether those of this one are.
        public boolean keeps(ExchangeSummary summary) {
            return switch (this) {
                case ALL -> true;
                case ERRORS -> summary.retried() || !(summary.state() instanceof ExchangeState.Finished);
                case NONE -> false;
            };
        }
    }
}
