package dev.turnpike.testing;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.traffic.filter.Comparison;
import dev.turnpike.gateway.traffic.filter.Condition;
import dev.turnpike.gateway.traffic.filter.FilterField;
import dev.turnpike.gateway.traffic.filter.Flag;
import dev.turnpike.gateway.traffic.filter.KindWord;
import dev.turnpike.gateway.traffic.filter.Measure;
import dev.turnpike.gateway.traffic.filter.StatusPart;
import dev.turnpike.gateway.traffic.filter.Term;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.usage.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Random lines of traffic and random filters, of few words, so that filters find something.
public final class RandomTraffic {
    private static final long START = Instant.parse("2026-11-27T14:00:00Z").toEpochMilli();
    private static final List<String> WORDS = List.of(
            "fix",
            "Fixing",
            "the",
            "test",
            "100%",
            "a_b",
            "axb",
            "C:\\temp",
            "o'clock",
            "say \"hi\"",
            "Café",
            "cafe",
            "数据库",
            "据",
            "データ",
            "++",
            "--",
            "'; DROP TABLE exchange; --",
            "%",
            "_",
            "\\",
            "|",
            "Ärger",
            "ärger",
            "😀");
    private static final List<String> MODELS =
            List.of("claude-opus-5-5", "CLAUDE-haiku", "deepseek-v4-pro", "glm_5", "glm-5", "");
    private static final List<String> TOOLS = List.of("Bash", "BashOutput", "Edit", "mcp__github__create_issue", "a|b");
    private static final List<Integer> STATUSES = List.of(400, 401, 429, 500, 529);

    private RandomTraffic() {}

    /// Lines of exchanges that are over or not.
    public static Arbitrary<ExchangeSummary> summaries() {
        return Arbitraries.randomValue(RandomTraffic::summary);
    }

    /// Filters of up to three terms.
    public static Arbitrary<TrafficFilter> filters() {
        return Arbitraries.randomValue(random -> new TrafficFilter(some(1 + random.nextInt(3), () -> term(random))));
    }

    /// Some words one behind the other.
    public static Arbitrary<String> texts() {
        return Arbitraries.randomValue(RandomTraffic::text);
    }

    private static ExchangeSummary summary(Random random) {
        int call = random.nextInt();
        return new SummaryDraft("x" + call)
                        .at(Instant.ofEpochMilli(START + random.nextInt(3) * 1000L))
                        .kind(one(random, List.of(RowKind.values())))
                        .about(subject(random))
                        .session(
                                one(random, List.of("4f2a", "4F2B", "91bc", "")),
                                one(random, List.of("claude-cli", "curl", "")))
                        .project(one(random, List.of("/home/ann/work/shop", "/work/shop", "C:\\work\\shop", "")))
                        .models(
                                one(random, MODELS),
                                one(random, MODELS),
                                one(random, List.of("deepseek", "open_router", "")))
                        .retried(random.nextBoolean())
                        .state(state(random))
                        .stream(random.nextBoolean())
                        .tools(some(random.nextInt(3), () -> one(random, TOOLS)))
                        .brokenAt(random.nextBoolean() ? OptionalInt.of(random.nextInt(2)) : OptionalInt.empty())
                        .cost(one(random, List.of(new Cost.Unknown(), new Cost.Plan(), new Cost.Known(amount(random)))))
                        .usage(new TokenUsage(amount(random), amount(random), amount(random), amount(random)))
                        .took(time(random), Optional.of(Duration.ofNanos(amount(random) * 1000 + random.nextInt(1000))))
                        .done();
    }

    private static Subject subject(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Subject.ToolResult(one(random, TOOLS), text(random), OptionalInt.of(1), true, 12, 0);
            case 1 -> one(random, List.of(new Subject.Title(), new Subject.Summary(), new Subject.WebSearch()));
            case 2 -> one(random, List.of(new Subject.Probe(), new Subject.Count(), new Subject.Nothing()));
            default -> new Subject.Words(text(random));
        };
    }

    private static ExchangeState state(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new ExchangeState.Abandoned();
            case 1, 2 ->
                new ExchangeState.Failed(ApiError.of(one(random, STATUSES), text(random)), random.nextBoolean());
            case 3 -> random.nextBoolean() ? new ExchangeState.Waiting() : new ExchangeState.Answering();
            default -> new ExchangeState.Finished(200, "end_turn");
        };
    }

    private static Optional<Duration> time(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofNanos(amount(random) * 1000));
    }

    private static Term term(Random random) {
        return new Term(random.nextInt(3) == 0, condition(random));
    }

    private static Condition condition(Random random) {
        int values = 1 + random.nextInt(2);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Condition.Words(random.nextInt(4) == 0 ? text(random) : part(random, one(random, WORDS)));
            case 2, 3 -> {
                FilterField field = one(random, List.of(FilterField.values()));
                yield new Condition.Named(field, some(values, () -> value(random)));
            }
            case 4 -> new Condition.Status(some(values, () -> status(random)));
            case 5 -> new Condition.Kinds(some(values, () -> one(random, List.of(KindWord.values()))));
            case 6 ->
                new Condition.Amount(
                        one(random, List.of(Measure.values())),
                        one(random, List.of(Comparison.values())),
                        amount(random) * (1 + random.nextInt(3)));
            default -> other(random);
        };
    }

    private static Condition other(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> one(random, List.of(Condition.Unpriced.values()));
            case 1 -> new Condition.Flagged(one(random, List.of(Flag.values())));
            default -> {
                int second = 1 + random.nextInt(3);
                long time = START + second * 1000L;
                yield new Condition.Arrived(random.nextBoolean(), "2026-11-27T14:00:0" + second, time);
            }
        };
    }

    private static String value(Random random) {
        List<String> values = List.of(
                "opus",
                "Claude",
                "glm_",
                "glm-5",
                "4f2",
                "4f2b",
                "~/work",
                "shop",
                "work\\",
                "cli",
                "seek",
                "bash",
                "out",
                "create",
                "github__",
                "b|e",
                "%",
                "_",
                ",",
                ":",
                "\"",
                "a b",
                "//x");
        return one(random, values);
    }

    private static StatusPart status(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> one(random, List.of(StatusPart.Outcome.values()));
            case 1 -> new StatusPart.Hundred(2 + random.nextInt(4));
            default -> new StatusPart.Compared(one(random, List.of(Comparison.values())), one(random, STATUSES));
        };
    }

    private static String text(Random random) {
        return String.join(" ", some(1 + random.nextInt(4), () -> one(random, WORDS)));
    }

    /// The beginning of the word, or all of it.
    private static String part(Random random, String word) {
        int letters = word.codePointCount(0, word.length());
        return word.substring(0, word.offsetByCodePoints(0, 1 + random.nextInt(letters)));
    }

    private static long amount(Random random) {
        return one(random, List.of(0, 1, 999, 1000, 1500, 60_000_000));
    }

    private static <T> T one(Random random, List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> List<T> some(int count, Supplier<? extends T> each) {
        return IntStream.range(0, count).<T>mapToObj(_ -> each.get()).toList();
    }
}
