package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.upstream.Cancellation;
import java.time.Duration;
import java.util.function.LongSupplier;

/// How long one attempt waits for its upstream. The thread of the call tells what it hears, the [Pulse] judges.
///
/// Only the time that is spent waiting for the upstream counts: a client that reads slowly is not the upstream's fault.
final class Patience {
    private final Timeouts limits;
    private final LongSupplier clock;
    private final Cancellation cancellation = new Cancellation();
    private volatile boolean waiting = true;
    private volatile boolean answered;
    private volatile boolean expired;
    private volatile boolean over;
    private volatile long quietSince;
    private volatile long eventlessSince;
    private volatile long waited;

    /// The request leaves now.
    Patience(Timeouts limits, LongSupplier clock) {
        this.limits = limits;
        this.clock = clock;
        this.quietSince = clock.getAsLong();
    }

    /// Ends the call from outside.
    Cancellation cancellation() {
        return cancellation;
    }

    /// The call waits for further bytes.
    void waits() {
        long now = clock.getAsLong();
        long spentElsewhere = now - quietSince;
        long eventless = eventlessSince;
        eventlessSince = eventless + spentElsewhere;
        quietSince = now;
        waiting = true;
    }

    /// The upstream sent something; `event` when it was more than a sign of life.
    void hears(boolean event) {
        long now = clock.getAsLong();
        waiting = false;
        waited = waitedUntil(now, true);
        quietSince = now;
        if (event || !answered) {
            eventlessSince = now;
        }
        answered = true;
    }

    /// The upstream's part is over: it may neither be late nor be cancelled any more.
    void settle() {
        if (!over) {
            waited = waited(clock.getAsLong());
            over = true;
        }
        cancellation.settle();
    }

    /// How long the call has waited for the upstream, in nanoseconds.
    long waited(long now) {
        return waitedUntil(now, waiting && !over);
    }

    private long waitedUntil(long now, boolean counting) {
        return waited + (counting ? now - quietSince : 0);
    }

    /// It was cancelled because the upstream took too long.
    boolean expired() {
        return expired;
    }

    /// Cancels the call when a limit has passed.
    void judge(long now) {
        if (over || !waiting) {
            return;
        }
        if (!answered) {
            judge(now - quietSince, limits.firstByte(), "the upstream did not answer within %d s");
        } else {
            judge(now - quietSince, limits.idle(), "the upstream fell silent for %d s");
            judge(now - eventlessSince, limits.firstByte(), "the upstream sent nothing but pings for %d s");
        }
    }

    private void judge(long waitedNow, Duration limit, String sentence) {
        if (waitedNow > limit.toNanos()) {
            expired = true;
            cancellation.request(sentence.formatted(limit.toSeconds()));
        }
    }
}
