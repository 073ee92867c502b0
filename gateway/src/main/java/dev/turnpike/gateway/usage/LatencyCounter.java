package dev.turnpike.gateway.usage;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/// A histogram that many threads add to.
final class LatencyCounter {
    private final AtomicLongArray counts = new AtomicLongArray(LatencyHistogram.RANGES);
    private final LongAdder micros = new LongAdder();

    void add(long nanos) {
        long took = Math.max(0, nanos / 1_000);
        counts.incrementAndGet(LatencyHistogram.range(took));
        micros.add(took);
    }

    LatencyHistogram now() {
        long[] copy = new long[LatencyHistogram.RANGES];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = counts.get(i);
        }
        return LatencyHistogram.counted(copy, micros.sum());
    }
}
