package dev.turnpike.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UsageBookTest {
    private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Use use(Instant time, String model, long output) {
        return new Use(
                time.toEpochMilli(),
                model,
                "up",
                "/p",
                "s",
                false,
                new TokenUsage(10, output, 30, 5),
                new Cost.Known(1_000),
                7,
                Optional.of(Duration.ofMillis(900)),
                Duration.ofMillis(2_900));
    }

    private static Use failed(Use use) {
        return new Use(
                use.epochMillis(),
                use.model(),
                use.channel(),
                use.project(),
                use.session(),
                true,
                use.usage(),
                use.cost(),
                use.saved(),
                use.firstToken(),
                use.duration());
    }

    @Test
    void makesALineOfOneExchange() {
        UsageLine line = UsageLine.of(use(NOON.plusSeconds(1_800), "m", 80));
        assertThat(line.start()).isEqualTo(NOON);
        assertThat(line.requests()).isEqualTo(1);
        assertThat(line.failed()).isZero();
        assertThat(line.tokens()).isEqualTo(125);
        assertThat(line.cost()).isEqualTo(new CostSum(1_000, 1, 0, 0));
        assertThat(line.saved()).isEqualTo(7);
        assertThat(line.tokensPerSecond()).hasValue(40);
        assertThat(line.cacheShare()).hasValue(30 / 45.0);
        assertThat(line.firstTokens().percentile(0.5).orElseThrow())
                .isBetween(Duration.ofMillis(700), Duration.ofSeconds(1));
        assertThat(line.durations().count()).isEqualTo(1);
    }

    @Test
    void countsNoTimeOfWhatFailed() {
        UsageLine line = UsageLine.of(failed(use(NOON, "m", 80)));
        assertThat(line.failed()).isEqualTo(1);
        assertThat(line.tokens()).isEqualTo(125);
        assertThat(line.durations()).isEqualTo(LatencyHistogram.EMPTY);
        assertThat(line.firstTokens()).isEqualTo(LatencyHistogram.EMPTY);
        assertThat(line.tokensPerSecond()).isEmpty();
        assertThat(UsageLine.NONE.cacheShare()).isEmpty();
    }

    @Test
    void splitsByWhatIsAskedForAndPutsTheMostFirst() {
        UsageBook book = UsageBook.of(List.of(
                UsageLine.of(use(NOON, "small", 1)),
                UsageLine.of(use(NOON, "large", 1_000)),
                UsageLine.of(use(NOON.plusSeconds(7_200), "small", 1)),
                UsageLine.of(failed(use(NOON, "small", 0)))));
        assertThat(book.by(Dimension.MODEL)).extracting(UsageLine::model).containsExactly("large", "small");
        assertThat(book.by(Dimension.MODEL)).extracting(UsageLine::requests).containsExactly(1L, 3L);
        assertThat(book.by(Dimension.CHANNEL)).extracting(UsageLine::channel).containsExactly("up");
        assertThat(book.by(Dimension.CHANNEL)).extracting(UsageLine::model).containsExactly("");
        assertThat(book.by(Dimension.PROJECT)).hasSize(1);
        assertThat(book.by(Dimension.SESSION)).hasSize(1);
        assertThat(book.total().requests()).isEqualTo(4);
        assertThat(book.total().start()).isEqualTo(NOON);
        assertThat(book.between(NOON, NOON.plusSeconds(3_600)).total().requests())
                .isEqualTo(3);
        assertThat(book.between(NOON.plusSeconds(3_600), Instant.MAX).total().requests())
                .isEqualTo(1);
        assertThat(UsageBook.of(List.of()).total()).isEqualTo(UsageLine.NONE);
    }

    @Test
    void cutsTimeAtTheHoursAndDaysOfAZone() {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        assertThat(Step.HOUR.start(NOON.toEpochMilli(), kolkata)).isEqualTo(NOON.minusSeconds(1_800));
        assertThat(Step.DAY.start(NOON.toEpochMilli(), kolkata)).isEqualTo(Instant.parse("2026-03-27T18:30:00Z"));
        // the day has 23 hours
        Instant springForward = Instant.parse("2026-03-29T21:59:59Z");
        assertThat(Step.DAY.start(springForward.toEpochMilli(), BERLIN))
                .isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        // the hour from two to three comes twice, and is two parts
        Instant once = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(Step.HOUR.start(once.toEpochMilli(), BERLIN)).isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(Step.HOUR.start(once.plusSeconds(3_600).toEpochMilli(), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void showsWhatWasUsedInEachPartOfTime() {
        UsageBook book = UsageBook.of(List.of(
                UsageLine.of(use(NOON, "a", 1)),
                UsageLine.of(use(NOON.plusSeconds(10), "b", 500)),
                UsageLine.of(use(NOON.plusSeconds(3_600), "a", 1)),
                UsageLine.of(use(NOON.plusSeconds(86_400), "a", 1))));
        var hours = book.over(Step.HOUR, ZoneOffset.UTC, Dimension.MODEL);
        assertThat(hours.keySet()).containsExactly(NOON, NOON.plusSeconds(3_600), NOON.plusSeconds(86_400));
        assertThat(hours.get(NOON)).extracting(UsageLine::model).containsExactly("b", "a");
        var days = book.over(Step.DAY, BERLIN, Dimension.MODEL);
        Instant firstDay = Instant.parse("2026-03-27T23:00:00Z");
        assertThat(days.keySet()).containsExactly(firstDay, Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(days.get(firstDay)).extracting(UsageLine::requests).containsExactly(1L, 2L);
        assertThat(days.get(firstDay))
                .allSatisfy(line -> assertThat(line.start()).isEqualTo(firstDay));
    }

    @Provide
    Arbitrary<Use> uses() {
        Arbitrary<TokenUsage> usages = Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 50_000),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 100_000))
                .as(TokenUsage::new);
        Arbitrary<Cost> costs = Arbitraries.of(new Cost.Known(12_345), new Cost.Unknown(), new Cost.Plan());
        Arbitrary<Long> times = Arbitraries.longs().between(0, 10L * 86_400_000);
        Arbitrary<Optional<Duration>> firsts =
                Arbitraries.longs().between(1, 5_000).map(Duration::ofMillis).optional();
        return Combinators.combine(
                        times,
                        Arbitraries.of("a", "b", ""),
                        Arbitraries.of("up", "down"),
                        Arbitraries.of("s", "t"),
                        Arbitraries.of(true, false),
                        usages,
                        costs,
                        firsts)
                .as((time, model, channel, session, failed, usage, cost, first) -> new Use(
                        NOON.toEpochMilli() + time,
                        model,
                        channel,
                        "/p",
                        session,
                        failed,
                        usage,
                        cost,
                        3,
                        first,
                        Duration.ofSeconds(6)));
    }

    @Property
    void tellsTheSameOfFoldedLines(@ForAll @Size(max = 60) List<@From("uses") Use> uses, @ForAll Random random) {
        for (ZoneId zone : List.of(ZoneOffset.UTC, BERLIN, ZoneId.of("Asia/Kolkata"))) {
            List<UsageLine> lines = new ArrayList<>(
                    uses.stream().map(use -> UsageLine.of(use, Step.HOUR, zone)).toList());
            UsageBook book = UsageBook.of(lines);
            List<UsageLine> folded = book.folded(Step.HOUR, zone);
            Collections.shuffle(lines, random);
            assertThat(UsageBook.of(lines).folded(Step.HOUR, zone)).isEqualTo(folded);
            assertThat(folded)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo((one, other) -> one.start().compareTo(other.start()));
            UsageBook again = UsageBook.of(folded);
            assertThat(again.total()).isEqualTo(book.total());
            for (Dimension dimension : Dimension.values()) {
                assertThat(again.by(dimension)).isEqualTo(book.by(dimension));
                assertThat(again.over(Step.DAY, zone, dimension)).isEqualTo(book.over(Step.DAY, zone, dimension));
                assertThat(again.over(Step.HOUR, zone, dimension)).isEqualTo(book.over(Step.HOUR, zone, dimension));
            }
            assertThat(UsageBook.of(book.folded(Step.DAY, zone)).over(Step.DAY, zone, Dimension.MODEL))
                    .isEqualTo(book.over(Step.DAY, zone, Dimension.MODEL));
            assertThat(book.total().requests()).isEqualTo(uses.size());
        }
    }
}
