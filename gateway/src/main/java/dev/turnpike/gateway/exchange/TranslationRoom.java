package dev.turnpike.gateway.exchange;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// How many large requests are translated at once. Decoded and written again, a request needs several times its size
/// for a moment; the others wait for that moment, as it is short, and the heap need not hold all of it together.
final class TranslationRoom {
    /// Smaller ones do not matter.
    private static final int SMALL_BYTES = 512 * 1024;

    private final int most;
    private final Semaphore room;

    /// @param bytes how large those are together that are translated at once; one that is larger alone has all of it
    TranslationRoom(long bytes) {
        this.most = (int) Math.max(1, bytes / SMALL_BYTES);
        // fair, so that a large one is not overtaken for ever
        this.room = new Semaphore(most, true);
    }

    /// A sixteenth of the heap.
    static TranslationRoom ofHeap() {
        return new TranslationRoom(Runtime.getRuntime().maxMemory() / 16);
    }

    /// Does the work for a request of that size when there is room for it.
    <T> T within(int bytes, Supplier<T> work) {
        int share = Math.min(most, bytes / SMALL_BYTES);
        room.acquireUninterruptibly(share);
        try {
            return LongWork.on(bytes, work);
        } finally {
            room.release(share);
        }
    }
}
