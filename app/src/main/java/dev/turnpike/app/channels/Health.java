package dev.turnpike.app.channels;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.gateway.trial.TrialStep;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// What is known of a channel: from its file, and from its last test in this session.
///
/// @param firstToken of its last test; zero where there was none
record Health(State state, Duration firstToken) {
    /// In one word.
    enum State {
        /// Its user switched it off.
        OFF,
        /// None of its keys can be read.
        NO_KEY,
        UNTESTED,
        HEALTHY,
        KEY_REJECTED,
        FAILING
    }

    static final Health UNTESTED = new Health(State.UNTESTED, Duration.ZERO);

    /// What a finished test says.
    static Health of(Map<TrialStep, TrialEvent> steps) {
        if (steps.get(TrialStep.KEY) instanceof TrialEvent.Failed) {
            return new Health(State.KEY_REJECTED, Duration.ZERO);
        }
        if (steps.values().stream().anyMatch(TrialEvent.Failed.class::isInstance)) {
            return new Health(State.FAILING, Duration.ZERO);
        }
        return switch (steps.get(TrialStep.STREAM)) {
            case TrialEvent.Passed passed -> new Health(State.HEALTHY, passed.took());
            case null, default -> UNTESTED;
        };
    }

    String word() {
        return Text.of(
                "channels.health." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
