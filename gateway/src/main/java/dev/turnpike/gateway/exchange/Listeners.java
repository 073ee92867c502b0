package dev.turnpike.gateway.exchange;

import java.time.Duration;
import java.util.List;

/// Hands moments to listeners without ever waiting for one of them.
///
/// Each listener that is not immediate has a thread and a bounded queue. When a listener falls behind, bytes are left
/// out first (passed ones with their moment, bodies alone) and everything else only when the queue is full; what was
/// left out is counted.
public final class Listeners implements AutoCloseable {
    private final ExchangeListener[] listeners;
    private final List<ExchangeListener> immediate;
    private final List<Outlet> outlets;

    /// @param maxBytes how many bytes of bodies and frames may wait for one listener
    public Listeners(List<ExchangeListener> listeners, long maxBytes) {
        this.listeners = listeners.toArray(ExchangeListener[]::new);
        this.immediate =
                listeners.stream().filter(ExchangeListener::isImmediate).toList();
        this.outlets = listeners.stream()
                .filter(listener -> !listener.isImmediate())
                .map(listener -> new Outlet(listener, maxBytes))
                .toList();
        // a thread of the system: what a listener does may take long, and must not keep the carrier of all others busy
        outlets.forEach(outlet -> Thread.ofPlatform().daemon().name("listener").start(outlet));
    }

    /// Whether it is worth announcing [Moment.Received] and [Moment.EventPassed].
    public boolean bytesWanted() {
        for (ExchangeListener listener : listeners) {
            if (listener.wantsBytes()) {
                return true;
            }
        }
        return false;
    }

    public void announce(Moment moment) {
        for (ExchangeListener listener : immediate) {
            Outlet.tell(listener, moment);
        }
        for (Outlet outlet : outlets) {
            outlet.offer(moment);
        }
    }

    /// How many moments listeners missed because they were behind.
    public long dropped() {
        return outlets.stream().mapToLong(Outlet::dropped).sum();
    }

    /// Lets listeners catch up for as long as that.
    public void settle(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Outlet outlet : outlets) {
            outlet.settle(deadline);
        }
    }

    @Override
    public void close() {
        settle(Duration.ofSeconds(1));
        outlets.forEach(Outlet::end);
    }
}
