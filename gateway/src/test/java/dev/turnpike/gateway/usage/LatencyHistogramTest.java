package dev.turnpike.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private static LatencyHistogram of(List<Long> millis) {
        return millis.stream()
                .map(each -> LatencyHistogram.of(Duration.ofMillis(each)))
                .reduce(LatencyHistogram.EMPTY, LatencyHistogram::plus);
    }

    @Property
    void countsEachOneInTheRangeThatHoldsIt(@ForAll @LongRange(max = 10_000_000_000L) long micros) {
        int range = LatencyHistogram.range(micros);
        double seconds = micros / 1e6;
        assertThat(seconds).isLessThanOrEqualTo(LatencyHistogram.bound(range));
        if (range > 0) {
            assertThat(seconds).isGreaterThan(LatencyHistogram.bound(range - 1));
        }
    }

    @Property
    void estimatesAPercentileWithinTheRangeOfTheTrueOne(
            @ForAll @NotEmpty @Size(max = 200) List<@LongRange(max = 599_999) Long> millis,
            @ForAll @DoubleRange(max = 1) double share) {
        long[] sorted = millis.stream().mapToLong(each -> each).sorted().toArray();
        long exact = sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        int range = LatencyHistogram.range(exact * 1_000);

        double told = of(millis).percentile(share).orElseThrow().toNanos() / 1e9;

        assertThat(told).isLessThanOrEqualTo(LatencyHistogram.bound(range));
        assertThat(told).isGreaterThanOrEqualTo(range == 0 ? 0 : LatencyHistogram.bound(range - 1));
    }

    @Property
    void addsUpInAnyOrderAndComesBackFromBytes(
            @ForAll @Size(max = 50) List<@LongRange(max = 1_000_000) Long> some,
            @ForAll @Size(max = 50) List<@LongRange(max = 1_000_000) Long> others) {
        LatencyHistogram both = of(some).plus(of(others));
        assertThat(both)
                .isEqualTo(of(others).plus(of(some)))
                .hasSameHashCodeAs(of(others).plus(of(some)));
        assertThat(both.count()).isEqualTo(some.size() + others.size());
        assertThat(both.sum().toMillis())
                .isEqualTo(some.stream().mapToLong(each -> each).sum()
                        + others.stream().mapToLong(each -> each).sum());
        assertThat(LatencyHistogram.of(both.toBytes())).isEqualTo(both);
        if (!some.isEmpty()) {
            assertThat(both).isNotEqualTo(of(others));
        }
    }

    @Test
    void countsABoundToTheRangeBelowIt() {
        assertThat(LatencyHistogram.range(50_000)).isZero();
        assertThat(LatencyHistogram.range(50_001)).isEqualTo(1);
        assertThat(LatencyHistogram.range(600_000_000)).isEqualTo(LatencyHistogram.RANGES - 2);
        assertThat(LatencyHistogram.range(600_000_001)).isEqualTo(LatencyHistogram.RANGES - 1);
    }

    @Test
    void knowsNoPercentileOfNothingAndNoneBeyondTenMinutes() {
        assertThat(LatencyHistogram.EMPTY.percentile(0.5)).isEmpty();
        assertThat(of(List.of(900_000L)).percentile(0.5)).contains(Duration.ofMinutes(10));
        assertThat(of(List.of(900L, 900L, 900L, 5_000L)).percentile(0.5).orElseThrow())
                .isBetween(Duration.ofMillis(700), Duration.ofMillis(1_000));
    }

    @Test
    void isShortAsBytesAndRefusesOthers() {
        assertThat(of(List.of(900L, 950L, 5_000L)).toBytes()).hasSizeLessThan(12);
        for (byte[] other : List.of(
                new byte[0],
                new byte[] {2, 0},
                new byte[] {1},
                new byte[] {1, 0, 99, 1},
                new byte[] {1, 0, 3},
                new byte[] {1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1})) {
            assertThatThrownBy(() -> LatencyHistogram.of(other))
                    .as(Arrays.toString(other))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void countsOnManyThreadsWhatItIsGiven() {
        LatencyCounter counter = new LatencyCounter();
        List.of(50L, 900L, 700_000L).parallelStream().forEach(millis -> counter.add(millis * 1_000_000));
        counter.add(-1);
        assertThat(counter.now()).isEqualTo(of(List.of(0L, 50L, 900L, 700_000L)));
    }
}
