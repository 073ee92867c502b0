package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// No request of Claude Code's at all, although it is configured.
public final class Silence {
    /// So long it says nothing: somebody has just clicked.
    private static final Duration SHORT = Duration.ofMinutes(15);

    /// So long it may be chance.
    private static final Duration LONG = Duration.ofHours(24);

    private Silence() {}

    /// What it means that nothing came.
    ///
    /// @param configured since when Claude Code should come, or since when somebody looks, whichever is later
    /// @param seen when a request of Claude Code's came last, as far as is known
    public static Optional<Finding> finding(Instant configured, Optional<Instant> seen, Instant now) {
        Duration since = Duration.between(configured, now);
        if (since.compareTo(SHORT) < 0
                || seen.filter(at -> !at.isBefore(configured)).isPresent()) {
            return Optional.empty();
        }
        String last = seen.map(at -> Text.of("witness.silence.last", Moments.shown(at)))
                .orElse(Text.of("witness.silence.never"));
        return Optional.of(Finding.of(
                "no-requests",
                since.compareTo(LONG) < 0 ? Severity.INFO : Severity.WARNS,
                Place.of(PlaceKind.WITNESS, ""),
                Text.of("witness.silence.title", Moments.shown(configured)),
                Text.of("witness.silence.message", last),
                List.of()));
    }
}
