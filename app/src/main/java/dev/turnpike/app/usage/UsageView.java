package dev.turnpike.app.usage;

import dev.turnpike.gateway.usage.Dimension;
import dev.turnpike.gateway.usage.UsageBook;
import dev.turnpike.gateway.usage.UsageLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the room shows of some days.
///
/// @param days which
/// @param hourly a bar is an hour, not some days
/// @param prices of which day the prices are
/// @param total of them
/// @param ranked the models that have a colour of their own, that with the most tokens first
/// @param bars in the order of time
/// @param tables one line for each model, channel, project or session
record UsageView(
        Days days,
        boolean hourly,
        LocalDate prices,
        UsageLine total,
        List<String> ranked,
        List<Bar> bars,
        Map<Dimension, List<UsageLine>> tables) {
    /// Colours tell so many models apart; further ones are "others".
    static final int COLOURS = 4;

    private static final int MOST_BARS = 62;

    UsageView {
        ranked = List.copyOf(ranked);
        bars = List.copyOf(bars);
        tables = Map.copyOf(tables);
    }

    /// A part of the time.
    ///
    /// @param tokens of each ranked model, then of all others
    record Bar(Instant from, Instant to, List<Long> tokens, UsageLine total) {
        Bar {
            tokens = List.copyOf(tokens);
        }
    }

    /// @param all that is known, by the hour
    static UsageView of(UsageBook all, Days days, LocalDate prices, ZoneId zone) {
        Instant from = start(days.first(), zone);
        Instant to = start(days.last().plusDays(1), zone);
        UsageBook book = all.between(from, to);
        Map<Dimension, List<UsageLine>> tables = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            tables.put(dimension, book.by(dimension));
        }
        List<String> ranked = tables.getOrDefault(Dimension.MODEL, List.of()).stream()
                .filter(line -> line.tokens() > 0)
                .limit(COLOURS)
                .map(UsageLine::model)
                .toList();
        boolean hourly = days.first().equals(days.last());
        List<Bar> bars = new ArrayList<>();
        List<Instant> starts = hourly ? hours(from, to) : starts(days, zone);
        for (int i = 0; i < starts.size(); i++) {
            Instant end = i + 1 < starts.size() ? starts.get(i + 1) : to;
            bars.add(bar(starts.get(i), end, book.between(starts.get(i), end), ranked));
        }
        return new UsageView(days, hourly, prices, book.total(), ranked, bars, tables);
    }

    /// Usage is kept by the hour of UTC: where days begin within one, all of it counts.
    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().truncatedTo(ChronoUnit.HOURS);
    }

    private static List<Instant> hours(Instant from, Instant to) {
        List<Instant> starts = new ArrayList<>();
        for (Instant start = from; start.isBefore(to); start = start.plus(1, ChronoUnit.HOURS)) {
            starts.add(start);
        }
        return starts;
    }

    /// Days, or as many days together as there is room for.
    private static List<Instant> starts(Days days, ZoneId zone) {
        long together = together(days);
        List<Instant> starts = new ArrayList<>();
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(together)) {
            starts.add(start(day, zone));
        }
        return starts;
    }

    private static long together(Days days) {
        return Math.ceilDiv(ChronoUnit.DAYS.between(days.first(), days.last()) + 1, (long) MOST_BARS);
    }

    /// How many days a bar is, unless it is an hour.
    long daysTogether() {
        return together(days);
    }

    private static Bar bar(Instant from, Instant to, UsageBook book, List<String> ranked) {
        long[] tokens = new long[ranked.size() + 1];
        for (UsageLine line : book.by(Dimension.MODEL)) {
            int rank = ranked.indexOf(line.model());
            tokens[rank < 0 ? ranked.size() : rank] += line.tokens();
        }
        return new Bar(from, to, Arrays.stream(tokens).boxed().toList(), book.total());
    }

    /// One line for each model, channel, project or session, that with the most tokens first.
    List<UsageLine> table(Dimension dimension) {
        return tables.getOrDefault(dimension, List.of());
    }

    /// The style class of the model's colour.
    String colour(String model) {
        return colour(ranked.contains(model) ? ranked.indexOf(model) : ranked.size());
    }

    /// The style class of the colour of that rank.
    String colour(int rank) {
        return rank < ranked.size() ? "chart-" + (rank + 1) : "chart-others";
    }

    /// Nothing was used.
    boolean isEmpty() {
        return total.requests() == 0;
    }

    /// How many models have no known price.
    long unpriced() {
        return table(Dimension.MODEL).stream()
                .filter(line -> line.cost().unknown() > 0 && line.tokens() > 0)
                .count();
    }

    /// Some model has no colour of its own.
    boolean hasOthers() {
        return table(Dimension.MODEL).stream().filter(line -> line.tokens() > 0).count() > ranked.size();
    }
}
