package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps the last exchanges in memory.
///
/// Bodies have a limit of their own: the oldest are let go first, and their exchanges stay without them.
public final class Recorder implements ExchangeListener {
    private static final int EXCHANGES = 2_000;
    private static final long BYTES = 96L << 20;

    private final Ledger ledger;
    private final TrafficFeed feed;
    private final List<Runnable> pauses = new CopyOnWriteArrayList<>();
    private volatile boolean paused;

    /// Keeps 2,000 exchanges and 96 MiB of bodies, or a quarter of the heap where that is less.
    public Recorder() {
        this(EXCHANGES, Math.min(BYTES, Runtime.getRuntime().maxMemory() / 4));
    }

    /// @param exchanges how many are kept
    /// @param bytes how many bytes of bodies are kept
    public Recorder(int exchanges, long bytes) {
        this.ledger = new Ledger(exchanges, bytes);
        this.feed = new TrafficFeed(ledger);
    }

    public TrafficFeed feed() {
        return feed;
    }

    /// New exchanges are not recorded until [#resume]; those that run are recorded to their end.
    public void pause() {
        set(true);
    }

    public void resume() {
        set(false);
    }

    private void set(boolean now) {
        paused = now;
        pauses.forEach(Runnable::run);
    }

    /// Tells each pause and each resumption, on the thread that makes it; returns what ends that.
    public Runnable onPause(Runnable listener) {
        pauses.add(listener);
        return () -> pauses.remove(listener);
    }

    public boolean isPaused() {
        return paused;
    }

    /// Forgets everything.
    public void clear() {
        ledger.clear();
    }

    @Override
    public void on(Moment moment) {
        if (moment instanceof Moment.Arrived arrived) {
            if (!paused) {
                // looked at here, so that readers never wait for it
                ledger.add(arrived, RequestGlance.at(arrived));
            }
        } else {
            ledger.take(moment);
        }
    }
}
