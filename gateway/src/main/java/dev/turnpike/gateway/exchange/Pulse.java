package dev.turnpike.gateway.exchange;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// One thread that visits everything that is running, so that no exchange needs a timer of its own.
///
/// It sleeps while nothing runs. What it visits must not block.
public final class Pulse implements AutoCloseable {
    /// Something that time matters to.
    @FunctionalInterface
    public interface Beat {
        void at(long nanos);
    }

    /// What is done whenever nothing has been running for a while.
    @FunctionalInterface
    public interface Rest {
        /// Must not block for long.
        ///
        /// @return nanoseconds after which it is to be called again if nothing runs until then;
        /// `Long.MAX_VALUE` for never
        long rest();
    }

    private static final System.Logger LOG = System.getLogger(Pulse.class.getName());

    /// Short enough that a client's leaving before the first token is noticed within 250 ms.
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /// Requests that follow each other closely should not each have to wake the thread.
    private static final int QUIET_BEATS_BEFORE_SLEEP = 20;

    private final Set<Beat> running = ConcurrentHashMap.newKeySet();
    private final Rest rest;
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    public Pulse() {
        this(() -> Long.MAX_VALUE);
    }

    /// @param rest called on the pulse's thread
    public Pulse(Rest rest) {
        this.rest = rest;
        thread = Thread.ofPlatform().daemon().name("pulse").unstarted(this::beat);
        thread.start();
    }

    public void add(Beat beat) {
        running.add(beat);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    public void remove(Beat beat) {
        running.remove(beat);
    }

    private void beat() {
        int quiet = 0;
        while (!closed) {
            if (quiet < QUIET_BEATS_BEFORE_SLEEP) {
                LockSupport.parkNanos(this, INTERVAL.toNanos());
            } else {
                sleep(rest.rest());
            }
            quiet = running.isEmpty() ? quiet + 1 : 0;
            long now = System.nanoTime();
            running.forEach(beat -> visit(beat, now));
        }
    }

    /// One that fails must not stop the clock for all others.
    private static void visit(Beat beat, long now) {
        try {
            beat.at(now);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a beat failed", e);
        }
    }

    private void sleep(long nanos) {
        asleep = true;
        // looked at after the flag is up, so that an addition in between wakes this thread or is seen here
        if (running.isEmpty() && !closed) {
            LockSupport.parkNanos(this, nanos);
        }
        asleep = false;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
