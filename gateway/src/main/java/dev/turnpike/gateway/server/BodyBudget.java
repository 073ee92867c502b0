package dev.turnpike.gateway.server;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of request bodies may be in memory at once, so that many large requests meet a clear refusal instead
/// of the end of the heap.
final class BodyBudget {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long limit) {
        this.limit = limit;
    }

    /// A quarter of the heap.
    static BodyBudget ofHeap() {
        return new BodyBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    boolean take(long bytes) {
        while (true) {
            long now = taken.get();
            if (now + bytes > limit) {
                return false;
            }
            if (taken.compareAndSet(now, now + bytes)) {
                return true;
            }
        }
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /// How many are in memory now.
    long taken() {
        return taken.get();
    }
}
