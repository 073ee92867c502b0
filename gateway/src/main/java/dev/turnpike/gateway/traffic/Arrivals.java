package dev.turnpike.gateway.traffic;

import java.time.Duration;
import java.util.Arrays;

/// When the bytes of a reply arrived: which came together, and how long after the request.
public final class Arrivals {
    private static final Arrivals NONE = new Arrivals(new long[0], new long[0], 0);

    private long[] ends;
    private long[] micros;
    private int count;

    private Arrivals(long[] ends, long[] micros, int count) {
        this.ends = ends;
        this.micros = micros;
        this.count = count;
    }

    /// No byte arrived.
    public static Arrivals none() {
        return NONE;
    }

    /// Arrivals as they were.
    ///
    /// @param ends how many bytes had come with each
    /// @param micros from the arrival of the request to each
    public static Arrivals of(long[] ends, long[] micros) {
        if (ends.length != micros.length) {
            throw new IllegalArgumentException(ends.length + " arrivals, " + micros.length + " times");
        }
        return new Arrivals(ends.clone(), micros.clone(), ends.length);
    }

    static Arrivals growing() {
        return new Arrivals(new long[4], new long[4], 0);
    }

    /// @param length how many bytes came
    /// @param after from the arrival of the request
    void add(int length, Duration after) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            micros = Arrays.copyOf(micros, count * 2);
        }
        ends[count] = size() + length;
        micros[count] = after.toNanos() / 1_000;
        count++;
    }

    Arrivals copy() {
        return new Arrivals(Arrays.copyOf(ends, count), Arrays.copyOf(micros, count), count);
    }

    /// How many times bytes came.
    public int count() {
        return count;
    }

    /// How many bytes had come with that one, itself included.
    public long end(int index) {
        return ends[index];
    }

    /// From the arrival of the request to that one, to the microsecond.
    public Duration after(int index) {
        return Duration.ofNanos(micros[index] * 1_000);
    }

    /// How many bytes came.
    public long size() {
        return count == 0 ? 0 : ends[count - 1];
    }

    /// When the byte at that offset was there; the last arrival for one that never came.
    public Duration of(long offset) {
        int at = Arrays.binarySearch(ends, 0, count, offset + 1);
        int index = at >= 0 ? at : -at - 1;
        return count == 0 ? Duration.ZERO : after(Math.min(index, count - 1));
    }
}
