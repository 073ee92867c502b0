package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.bytes.FrameBytes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How long things took: how many in each of fixed ranges from 0.05 s to 600 s, each about half as wide
/// again as the one before, and the sum. Immutable.
public final class LatencyHistogram {
    /// Upper bounds in thousandths of a second.
    private static final long[] BOUNDS = {
        50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 5_000, 7_000, 10_000, 15_000, 20_000, 30_000,
        50_000, 70_000, 100_000, 150_000, 200_000, 300_000, 450_000, 600_000
    };

    /// How many ranges there are: the last one has no upper bound.
    static final int RANGES = BOUNDS.length + 1;

    public static final LatencyHistogram EMPTY = new LatencyHistogram(new long[RANGES], 0);

    /// Of the form in bytes; other bounds will need another one.
    private static final int FORM = 1;

    private static final int MICROS_PER_MILLI = 1_000;

    private final long[] counts;
    private final long micros;

    private LatencyHistogram(long[] counts, long micros) {
        this.counts = counts;
        this.micros = micros;
    }

    /// One that took so long.
    public static LatencyHistogram of(Duration duration) {
        long micros = Math.max(0, duration.toNanos() / 1_000);
        long[] counts = new long[RANGES];
        counts[range(micros)] = 1;
        return new LatencyHistogram(counts, micros);
    }

    /// @param counts one for each range
    static LatencyHistogram counted(long[] counts, long micros) {
        return new LatencyHistogram(counts, micros);
    }

    /// In which range it falls, its upper bound included.
    static int range(long micros) {
        int range = 0;
        while (range < BOUNDS.length && micros > BOUNDS[range] * MICROS_PER_MILLI) {
            range++;
        }
        return range;
    }

    /// The upper bound of a range in seconds, infinity for the last one.
    static double bound(int range) {
        return range == BOUNDS.length ? Double.POSITIVE_INFINITY : BOUNDS[range] / 1_000.0;
    }

    long countIn(int range) {
        return counts[range];
    }

    public LatencyHistogram plus(LatencyHistogram other) {
        long[] sums = counts.clone();
        for (int i = 0; i < RANGES; i++) {
            sums[i] += other.counts[i];
        }
        return new LatencyHistogram(sums, micros + other.micros);
    }

    /// How many there are.
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /// All together.
    public Duration sum() {
        return Duration.ofNanos(micros * 1_000);
    }

    /// The time within which that share of them was done, estimated within a range; empty where there are
    /// none. 600 s where it was more.
    ///
    /// @param share from 0 to 1; 0.5 is the median
    public Optional<Duration> percentile(double share) {
        long count = count();
        if (count == 0) {
            return Optional.empty();
        }
        double rank = Math.clamp(share, 0, 1) * count;
        long before = 0;
        for (int range = 0; range < BOUNDS.length; range++) {
            if (counts[range] > 0 && before + counts[range] >= rank) {
                double low = range == 0 ? 0 : BOUNDS[range - 1];
                double part = Math.max(0, (rank - before) / counts[range]);
                double millis = low + part * (BOUNDS[range] - low);
                return Optional.of(Duration.ofNanos(Math.round(millis * 1_000_000)));
            }
            before += counts[range];
        }
        return Optional.of(Duration.ofMillis(BOUNDS[BOUNDS.length - 1]));
    }

    /// A short form to be stored: a few bytes for each range that is not empty.
    public byte[] toBytes() {
        FrameBytes out = new FrameBytes(32);
        out.write(FORM);
        number(out, micros);
        for (int range = 0; range < RANGES; range++) {
            if (counts[range] > 0) {
                out.write(range);
                number(out, counts[range]);
            }
        }
        return out.toByteArray();
    }

    private static void number(FrameBytes out, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /// What [#toBytes] gave.
    ///
    /// @throws IllegalArgumentException where it is something else
    public static LatencyHistogram of(byte[] bytes) {
        Numbers in = new Numbers(bytes);
        if (in.next() != FORM) {
            throw new IllegalArgumentException("not a histogram of this form");
        }
        long micros = in.next();
        long[] counts = new long[RANGES];
        while (in.at < bytes.length) {
            long range = in.next();
            if (range < 0 || range >= RANGES) {
                throw new IllegalArgumentException("no such range: " + range);
            }
            counts[(int) range] += in.next();
        }
        return new LatencyHistogram(counts, micros);
    }

    /// Numbers of seven bits a byte, the lowest first.
    private static final class Numbers {
        private final byte[] bytes;
        private int at;

        Numbers(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE && at < bytes.length; shift += 7) {
                byte part = bytes[at++];
                number |= (part & 0x7FL) << shift;
                if (part >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("a histogram that ends too early");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatencyHistogram o && micros == o.micros && Arrays.equals(counts, o.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts) + Long.hashCode(micros);
    }

    @Override
    public String toString() {
        return "LatencyHistogram[" + count() + " in " + sum() + "]";
    }
}
