package dev.turnpike.app.agent.witness;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a point in time is written in a sentence.
final class Moments {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private Moments() {}

    /// `27 November, 14:02`, as the clocks here show it.
    static String shown(Instant instant) {
        return FORM.format(instant.atZone(ZoneId.systemDefault()));
    }
}
