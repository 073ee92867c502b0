package dev.turnpike.gateway;

import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.util.concurrent.atomic.AtomicBoolean;

/// Gives memory back that a rush of large requests has left behind.
///
/// The serial collector lets its old generation grow to the bound of the heap before it collects it for the first time,
/// and keeps what it has. A program that rests in the tray should not: when exchanges end in a heap that has grown, it
/// is
/// collected once, and the virtual machine returns what is free.
final class HeapTrim implements ExchangeListener {
    /// So much is never worth a collection.
    private static final long FLOOR_BYTES = 96L << 20;

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long limit = FLOOR_BYTES;

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
        if (end && Runtime.getRuntime().totalMemory() > limit && running.compareAndSet(false, true)) {
            // not on the exchange's thread, which has a client to answer
            Thread.ofPlatform().daemon().name("heap-trim").start(this::trim);
        }
    }

    private void trim() {
        System.gc();
        // what is in use now may be in use for long: only growth beyond it is worth the next one
        limit = Math.max(FLOOR_BYTES, Runtime.getRuntime().totalMemory() * 3 / 2);
        running.set(false);
    }
}
