package dev.turnpike.gateway.trial;

import java.time.Duration;

/// Something that happened while a channel is tried. The last event of a step is its result.
public sealed interface TrialEvent {
    TrialStep step();

    /// The step runs.
    record Began(TrialStep step) implements TrialEvent {}

    /// The step runs and something is known already: `first token, 0.6 s`.
    record Noted(TrialStep step, String fact) implements TrialEvent {}

    /// The step is passed: `TLS, 38 ms`.
    ///
    /// @param took until the connection stood, or until the first content; zero where nothing was measured
    record Passed(TrialStep step, String fact, Duration took) implements TrialEvent {
        public Passed(TrialStep step, String fact) {
            this(step, fact, Duration.ZERO);
        }
    }

    /// The step says nothing, for good or ill: `not listed`.
    record Skipped(TrialStep step, String why) implements TrialEvent {}

    /// The step failed.
    ///
    /// @param words the upstream's own, or what happened to the connection; no secret is in them
    /// @param advice one or two sentences on what to do
    record Failed(TrialStep step, String words, String advice) implements TrialEvent {}
}
