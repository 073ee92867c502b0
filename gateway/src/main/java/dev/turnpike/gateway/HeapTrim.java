package dev.turnpike.gateway;

import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets the heap be large while there is much to do, and small while there is nothing.
///
/// The serial collector lets its old generation grow to the bound of the heap before it collects it for the first time,
/// and keeps what it has. So it is collected when the gateway comes to rest after the heap has grown: the virtual
/// machine then returns what is free. While requests are running it is collected when it has become large, or when it
/// has grown for a while: bodies that are recorded outlive the young generation.
final class HeapTrim implements ExchangeListener {
    /// So much is not worth a collection at once while requests are running.
    private static final long LARGE = 128L << 20;

    /// So much is, where the last one was a while ago.
    private static final long GROWN = 40L << 20;

    private static final long A_WHILE_NANOS = 1_000_000_000;

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long large = LARGE;
    private volatile long grown = GROWN;
    private volatile long last = System.nanoTime();

    /// Of a heap that has nothing to give back. The pulse's alone.
    private long small;

    @Override
    public boolean wantsBytes() {
        return false;
    }

    @Override
    public boolean isImmediate() {
        return true;
    }

    @Override
    public void on(Moment moment) {
        boolean end = moment instanceof Moment.Finished
                || moment instanceof Moment.Failed
                || moment instanceof Moment.Abandoned;
        if (end && isWorthIt(size()) && running.compareAndSet(false, true)) {
            // not on the exchange's thread, which has a client to answer
            Thread.ofPlatform().daemon().name("heap-trim").start(this::trim);
        }
    }

    private boolean isWorthIt(long size) {
        return size > large || (size > grown && System.nanoTime() - last > A_WHILE_NANOS);
    }

    private void trim() {
        collect();
        running.set(false);
    }

    private void collect() {
        System.gc();
        // what is in use now may be in use for long: only growth beyond it is worth the next one
        long size = size();
        large = Math.max(LARGE, size + LARGE / 2);
        grown = Math.max(GROWN, size * 2);
        last = System.nanoTime();
    }

    /// Nothing is running, and nothing has been for a while.
    ///
    /// @param dropped something large is no longer in use
    void rest(boolean dropped) {
        if (dropped || size() > small) {
            collect();
            small = size();
        }
    }

    private static long size() {
        return Runtime.getRuntime().totalMemory();
    }
}
