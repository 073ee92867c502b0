package dev.turnpike.gateway.traffic.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Points in time as people write them: `2026-11-27`, `2026-11-27T14:02`, `14:02`, `today`, `yesterday`, `2h`, `3d`.
///
/// @param written in the one way that this program writes it
record TimeText(String written, long epochMillis) {
    private static final String DAY = "(\\d{4})-(\\d{2})-(\\d{2})";
    private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?";
    private static final Pattern DATE = Pattern.compile(DAY + "(?:t" + CLOCK + ")?");
    private static final Pattern TIME = Pattern.compile(CLOCK);
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhdw])");
    private static final Pattern BEGUN = Pattern.compile("[0-9t:-]*|t(o(da?)?)?|y(e(s(t(e(r(da?)?)?)?)?)?)?");

    /// The point in time; empty where these are no words for one. A date is its first moment; a time is the last one of
    /// that name: yesterday's, where today's has not come yet.
    static Optional<TimeText> read(String text, InstantSource clock, ZoneId zone) {
        String small = text.toLowerCase(Locale.ROOT);
        ZonedDateTime now = clock.instant().atZone(zone);
        try {
            return read(small, now);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// More typing may make it one.
    static boolean isBegun(String text) {
        return BEGUN.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<TimeText> read(String text, ZonedDateTime now) {
        if (text.equals("today")) {
            return of(text, day(now.toLocalDate(), now));
        }
        if (text.equals("yesterday")) {
            return of(text, day(now.toLocalDate().minusDays(1), now));
        }
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            return of(text, now.minus(age(Long.parseLong(age.group(1)), age.group(2))));
        }
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            LocalTime wanted = time(time, 1);
            ZonedDateTime today = now.with(wanted);
            return of(wanted.toString(), today.isAfter(now) ? now.minusDays(1).with(wanted) : today);
        }
        Matcher date = DATE.matcher(text);
        return date.matches() ? date(date, now) : Optional.empty();
    }

    private static Optional<TimeText> date(Matcher found, ZonedDateTime now) {
        LocalDate date = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        if (found.group(4) == null) {
            return of(date.toString(), day(date, now));
        }
        LocalTime time = time(found, 4);
        return of(date + "T" + time, date.atTime(time).atZone(now.getZone()));
    }

    private static ZonedDateTime day(LocalDate date, ZonedDateTime now) {
        return date.atStartOfDay(now.getZone());
    }

    private static LocalTime time(Matcher found, int group) {
        int seconds = found.group(group + 2) == null ? 0 : number(found, group + 2);
        return LocalTime.of(number(found, group), number(found, group + 1), seconds);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Duration age(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }

    private static Optional<TimeText> of(String written, ZonedDateTime time) {
        return Optional.of(new TimeText(written, time.toInstant().toEpochMilli()));
    }
}
