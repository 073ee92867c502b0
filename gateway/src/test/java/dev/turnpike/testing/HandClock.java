package dev.turnpike.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// A clock that moves when a test says so.
public final class HandClock implements LongSupplier {
    // not zero, so that an instant that was never set is far away
    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    public long forward(Duration time) {
        return nanos.addAndGet(time.toNanos());
    }
}
