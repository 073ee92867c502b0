package dev.turnpike.gateway.usage;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// How wide the parts are into which time is cut, on the clock of whoever looks.
public enum Step {
    HOUR,
    DAY;

    /// When the part began in which that time lies.
    public Instant start(long epochMillis, ZoneId zone) {
        ZonedDateTime time = Instant.ofEpochMilli(epochMillis).atZone(zone);
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
            // a day may begin at another hour than midnight
            case DAY -> time.toLocalDate().atStartOfDay(zone).toInstant();
        };
    }
}
