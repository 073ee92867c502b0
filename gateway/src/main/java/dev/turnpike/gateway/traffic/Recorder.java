package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.usage.PriceList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Keeps the last exchanges in memory, and hands each one that is over to a [Keeper].
///
/// Bodies have a limit of their own: the oldest are let go first, and their exchanges stay without them.
public final class Recorder implements ExchangeListener {
    private static final int EXCHANGES = 2_000;
    private static final long BYTES = 96L << 20;
    private static final long RUNNING_BYTES = 24L << 20;

    private final Ledger ledger;
    private final TrafficFeed feed;
    private final Keeper keeper;
    private final List<Runnable> pauses = new CopyOnWriteArrayList<>();
    private final Conversations conversations = new Conversations();
    private final SuccessiveRequests requests = new SuccessiveRequests();
    private volatile boolean forgets;
    private volatile boolean paused;
    private volatile boolean enabled = true;

    /// Keeps 2,000 exchanges and 96 MiB of bodies, or a quarter of the heap where that is less.
    public Recorder() {
        this(EXCHANGES, Math.min(BYTES, Runtime.getRuntime().maxMemory() / 4));
    }

    /// @param exchanges how many are kept
    /// @param bytes how many bytes of bodies are kept
    public Recorder(int exchanges, long bytes) {
        this(exchanges, bytes, Keeper.NOBODY, () -> PriceList.NONE);
    }

    private Recorder(int exchanges, long bytes, Keeper keeper, Supplier<PriceList> prices) {
        this.ledger = new Ledger(exchanges, bytes, prices);
        this.feed = new TrafficFeed(ledger);
        this.keeper = keeper;
    }

    /// Keeps the last exchanges in memory, for a window to look at, and the rest in that keeper.
    public static Recorder watched(Keeper keeper, Supplier<PriceList> prices) {
        return new Recorder(EXCHANGES, Math.min(BYTES, Runtime.getRuntime().maxMemory() / 4), keeper, prices);
    }

    /// Keeps only what runs in memory: 24 MiB of bodies.
    public static Recorder unwatched(Keeper keeper, Supplier<PriceList> prices) {
        return new Recorder(0, RUNNING_BYTES, keeper, prices);
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

    /// By the settings it is on or off. Off, it is as if it were not there.
    public void enable(boolean on) {
        enabled = on;
        forgets |= !on;
    }

    /// Tells each pause and each resumption, on the thread that makes it; returns what ends that.
    public Runnable onPause(Runnable listener) {
        pauses.add(listener);
        return () -> pauses.remove(listener);
    }

    public boolean isPaused() {
        return paused;
    }

    /// Forgets the exchanges in memory that are over, and with the next moment the last bodies. What was kept stays.
    public void clear() {
        ledger.clear();
        forgets = true;
    }

    /// Which of those in memory are over.
    public List<ExchangeId> over() {
        return ledger.over();
    }

    /// Forgets that one, if it is over. What was kept stays.
    public void forget(ExchangeId id) {
        ledger.forget(id);
    }

    @Override
    public boolean wantsBytes() {
        return enabled;
    }

    @Override
    public void on(Moment moment) {
        if (forgets) {
            forgets = false;
            requests.forget();
        }
        if (moment instanceof Moment.Arrived arrived) {
            if (enabled && !paused) {
                // looked at here, so that readers never wait for it
                ledger.add(arrived, RequestGlance.at(arrived, requests, conversations));
            }
        } else {
            ledger.take(moment).ifPresent(keeper::keep);
        }
    }
}
