package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.bytes.Pieces;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Hands moments to listeners without ever waiting for one of them.
///
/// Each listener that is not immediate has a thread and a bounded queue. When a listener falls behind, bytes are left
/// out first (passed ones with their moment, bodies alone) and everything else only when the queue is full; what was
/// left out is counted.
public final class Listeners implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());
    private static final byte[] NO_BODY = new byte[0];
    private static final int MAX_MOMENTS = 8192;
    private static final int MAX_MOMENTS_BEFORE_BYTES_GO = MAX_MOMENTS / 2;

    private final List<ExchangeListener> immediate;
    private final List<Outlet> outlets;
    private final boolean bytesWanted;
    private final long maxBytes;

    /// @param maxBytes how many bytes of bodies and frames may wait for one listener
    public Listeners(List<ExchangeListener> listeners, long maxBytes) {
        this.maxBytes = maxBytes;
        this.immediate =
                listeners.stream().filter(ExchangeListener::isImmediate).toList();
        this.outlets = listeners.stream()
                .filter(listener -> !listener.isImmediate())
                .map(Outlet::new)
                .toList();
        this.bytesWanted = listeners.stream().anyMatch(ExchangeListener::wantsBytes);
        // a thread of the system: what a listener does may take long, and must not keep the carrier of all others busy
        outlets.forEach(outlet -> Thread.ofPlatform().daemon().name("listener").start(outlet));
    }

    private static void tell(ExchangeListener listener, Moment moment) {
        try {
            listener.on(moment);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "a listener failed on " + moment.getClass().getSimpleName(), e);
        }
    }

    /// Whether it is worth announcing [Moment.EventPassed].
    public boolean bytesWanted() {
        return bytesWanted;
    }

    public void announce(Moment moment) {
        for (ExchangeListener listener : immediate) {
            tell(listener, moment);
        }
        for (Outlet outlet : outlets) {
            outlet.offer(moment);
        }
    }

    /// How many moments listeners missed because they were behind.
    public long dropped() {
        return outlets.stream().mapToLong(outlet -> outlet.dropped.get()).sum();
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
        outlets.forEach(outlet -> outlet.ended = true);
        outlets.forEach(outlet -> outlet.queue.offer(() -> {}));
    }

    /// The way to one listener.
    private final class Outlet implements Runnable {
        private final ExchangeListener listener;
        private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(MAX_MOMENTS);
        private final AtomicLong waitingBytes = new AtomicLong();
        private final AtomicLong dropped = new AtomicLong();
        private volatile boolean ended;

        Outlet(ExchangeListener listener) {
            this.listener = listener;
        }

        void offer(Moment moment) {
            boolean passed = moment instanceof Moment.EventPassed || moment instanceof Moment.Received;
            if (passed && !listener.wantsBytes()) {
                return;
            }
            long size = size(moment);
            boolean behind =
                    size > 0 && (queue.size() >= MAX_MOMENTS_BEFORE_BYTES_GO || waitingBytes.get() + size > maxBytes);
            if (behind) {
                dropped.incrementAndGet();
                if (!passed) {
                    hand(withoutBody(moment), 0);
                }
            } else if (!hand(moment, size)) {
                dropped.incrementAndGet();
            }
        }

        private boolean hand(Moment moment, long size) {
            waitingBytes.addAndGet(size);
            boolean taken = queue.offer(() -> deliver(moment, size));
            if (!taken) {
                waitingBytes.addAndGet(-size);
            }
            return taken;
        }

        private void deliver(Moment moment, long size) {
            waitingBytes.addAndGet(-size);
            tell(listener, moment);
        }

        void settle(long deadline) {
            CountDownLatch reached = new CountDownLatch(1);
            try {
                if (queue.offer(reached::countDown)) {
                    reached.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void run() {
            try {
                while (!ended) {
                    queue.take().run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Moment withoutBody(Moment moment) {
        return switch (moment) {
            case Moment.Arrived m ->
                new Moment.Arrived(m.exchange(), m.nanos(), m.kind(), m.epochMillis(), m.path(), m.headers(), NO_BODY);
            case Moment.Sent m ->
                new Moment.Sent(m.exchange(), m.nanos(), m.attempt(), m.uri(), Pieces.NONE, m.credentials());
            case Moment.Understood m -> m;
            case Moment.Routed m -> m;
            case Moment.Adjusted m -> m;
            case Moment.Answered m -> m;
            case Moment.Received m -> m;
            case Moment.EventPassed m -> m;
            case Moment.Retried m -> m;
            case Moment.Finished m -> m;
            case Moment.Failed m -> m;
            case Moment.Abandoned m -> m;
        };
    }

    private static long size(Moment moment) {
        return switch (moment) {
            case Moment.Arrived m -> m.body().length;
            case Moment.Sent m -> m.body().length();
            case Moment.EventPassed m -> m.bytes().length;
            case Moment.Understood m -> 0;
            case Moment.Routed m -> 0;
            case Moment.Adjusted m -> 0;
            case Moment.Answered m -> 0;
            case Moment.Received m -> m.bytes().length;
            case Moment.Retried m -> 0;
            case Moment.Finished m -> 0;
            case Moment.Failed m -> 0;
            case Moment.Abandoned m -> 0;
        };
    }
}
