package dev.turnpike.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Sees when somebody who should take many small steps is held up in one of them. Sleeps while there is nothing to do.
final class StallWatch implements AutoCloseable {
    /// Long for a step, short for somebody who waits for the next word.
    private static final Duration INTERVAL = Duration.ofMillis(50);

    /// Streams that follow each other closely should not each have to wake the thread.
    private static final int QUIET_TURNS_BEFORE_SLEEP = 40;

    private final LongSupplier turn;
    private final LongConsumer stalled;
    private final BooleanSupplier needed;
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    /// @param turn counts the beginnings and the ends of steps: odd within one
    /// @param stalled is told a turn that lasted
    /// @param needed whether steps are to be expected at all
    StallWatch(LongSupplier turn, LongConsumer stalled, BooleanSupplier needed) {
        this.turn = turn;
        this.stalled = stalled;
        this.needed = needed;
        this.thread = Thread.ofPlatform().daemon().name("stall-watch").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// There may be something to do now.
    void wake() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private void sleep() {
        asleep = true;
        // looked at after the flag is up, so that whoever comes in between wakes this thread or is seen here
        if (!needed.getAsBoolean() && !closed) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private void run() {
        long seen = 0;
        int quiet = 0;
        while (!closed) {
            quiet = needed.getAsBoolean() ? 0 : quiet + 1;
            if (quiet > QUIET_TURNS_BEFORE_SLEEP) {
                sleep();
                continue;
            }
            LockSupport.parkNanos(this, INTERVAL.toNanos());
            long now = turn.getAsLong();
            if (now == seen && now % 2 == 1) {
                stalled.accept(now);
            }
            seen = now;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
