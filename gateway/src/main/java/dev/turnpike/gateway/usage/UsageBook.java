package dev.turnpike.gateway.usage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Lines of usage, to be looked at from several sides. Immutable.
public final class UsageBook {
    private static final Comparator<UsageLine> MOST_FIRST = Comparator.comparingLong(UsageLine::tokens)
            .thenComparingLong(UsageLine::requests)
            .reversed();

    private final List<UsageLine> lines;

    private UsageBook(List<UsageLine> lines) {
        this.lines = lines;
    }

    public static UsageBook of(Collection<UsageLine> lines) {
        return new UsageBook(List.copyOf(lines));
    }

    /// Those whose part of time began at one time or later, and before another one.
    public UsageBook between(Instant from, Instant to) {
        return new UsageBook(lines.stream()
                .filter(line -> !line.start().isBefore(from) && line.start().isBefore(to))
                .toList());
    }

    /// All in one line; [UsageLine#NONE] where there are none.
    public UsageLine total() {
        return lines.stream().reduce(UsageLine.NONE, UsageLine::plus);
    }

    /// One line for each model, channel, project or session, that with the most tokens first.
    public List<UsageLine> by(Dimension dimension) {
        return grouped(lines, dimension::of).values().stream()
                .sorted(MOST_FIRST.thenComparing(dimension::of))
                .toList();
    }

    /// For each part of time in which something was used, one line for each model, channel, project or
    /// session. Their `start` is that of the part.
    public SortedMap<Instant, List<UsageLine>> over(Step step, ZoneId zone, Dimension dimension) {
        Map<Instant, List<UsageLine>> parts = new HashMap<>();
        grouped(lines, line -> new Part(step.start(line.start().toEpochMilli(), zone), dimension.of(line)))
                .forEach((part, line) -> parts.merge(part.start, List.of(at(part.start, line)), UsageBook::both));
        SortedMap<Instant, List<UsageLine>> sorted = new TreeMap<>();
        parts.forEach((start, all) -> sorted.put(
                start,
                all.stream().sorted(MOST_FIRST.thenComparing(dimension::of)).toList()));
        return sorted;
    }

    private record Part(Instant start, String name) {}

    /// The fewest lines from which the same can be told for parts of time that wide: one for each part,
    /// model, channel, project and session, in the order of time.
    public List<UsageLine> folded(Step step, ZoneId zone) {
        return grouped(lines, line -> new Whole(step.start(line.start().toEpochMilli(), zone), line))
                .entrySet()
                .stream()
                .map(entry -> at(entry.getKey().start, entry.getValue()))
                .sorted(Comparator.comparing(UsageLine::start)
                        .thenComparing(UsageLine::model)
                        .thenComparing(UsageLine::channel)
                        .thenComparing(UsageLine::project)
                        .thenComparing(UsageLine::session))
                .toList();
    }

    private record Whole(Instant start, String model, String channel, String project, String session) {
        Whole(Instant start, UsageLine line) {
            this(start, line.model(), line.channel(), line.project(), line.session());
        }
    }

    private static <K> Map<K, UsageLine> grouped(List<UsageLine> lines, Function<UsageLine, K> key) {
        Map<K, UsageLine> groups = new HashMap<>();
        for (UsageLine line : lines) {
            groups.merge(key.apply(line), line, UsageLine::plus);
        }
        return groups;
    }

    private static List<UsageLine> both(List<UsageLine> one, List<UsageLine> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static UsageLine at(Instant start, UsageLine line) {
        return new UsageLine(
                start,
                line.model(),
                line.channel(),
                line.project(),
                line.session(),
                line.requests(),
                line.failed(),
                line.usage(),
                line.cost(),
                line.saved(),
                line.generatedMicros(),
                line.generatedTokens(),
                line.firstTokens(),
                line.durations());
    }
}
