package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.bytes.Pieces;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The way to one listener that is not immediate: a bounded queue, and a thread behind it.
///
/// The thread naps between two looks while moments come: being woken for each would cost the exchanges
/// more than handing the moment over. It is woken early when many wait.
final class Outlet implements Runnable {
    private static final System.Logger LOG = System.getLogger(Outlet.class.getName());
    private static final byte[] NO_BODY = new byte[0];
    private static final int MAX_MOMENTS = 8192;
    private static final int MAX_MOMENTS_BEFORE_BYTES_GO = MAX_MOMENTS / 2;
    private static final int MANY = 1024;
    private static final long MANY_BYTES = 512 << 10;
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ExchangeListener listener;
    private final long maxBytes;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition come = lock.newCondition();
    private final Condition delivered = lock.newCondition();
    private List<Moment> coming = new ArrayList<>();
    private long handed;
    private long told;
    private boolean idle;
    private boolean hurried;
    private boolean ended;

    Outlet(ExchangeListener listener, long maxBytes) {
        this.listener = listener;
        this.maxBytes = maxBytes;
    }

    static void tell(ExchangeListener listener, Moment moment) {
        try {
            listener.on(moment);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "a listener failed on " + moment.getClass().getSimpleName(), e);
        }
    }

    void offer(Moment moment) {
        boolean passed = moment instanceof Moment.EventPassed || moment instanceof Moment.Received;
        if (passed && !listener.wantsBytes()) {
            return;
        }
        long size = size(moment);
        boolean behind =
                size > 0 && (waiting.get() >= MAX_MOMENTS_BEFORE_BYTES_GO || waitingBytes.get() + size > maxBytes);
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
        if (waiting.get() >= MAX_MOMENTS) {
            return false;
        }
        int moments = waiting.incrementAndGet();
        boolean many = waitingBytes.addAndGet(size) >= MANY_BYTES || moments >= MANY;
        lock.lock();
        try {
            coming.add(moment);
            handed++;
            if (idle || (many && !hurried)) {
                idle = false;
                hurried = true;
                come.signal();
            }
        } finally {
            lock.unlock();
        }
        return true;
    }

    /// How many moments the listener missed because it was behind.
    long dropped() {
        return dropped.get();
    }

    /// Waits until the listener has seen all that was offered before.
    void settle(long deadline) {
        lock.lock();
        try {
            long goal = handed;
            hurried = true;
            come.signal();
            long left = deadline - System.nanoTime();
            while (told < goal && left > 0) {
                left = delivered.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            come.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            List<Moment> batch = next(new ArrayList<>());
            while (!batch.isEmpty()) {
                for (Moment moment : batch) {
                    waiting.decrementAndGet();
                    waitingBytes.addAndGet(-size(moment));
                    tell(listener, moment);
                }
                batch = next(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The moments that came since, after a nap or, where none has come by then, when the first one
    /// does; none at the end.
    ///
    /// @param done those that were delivered
    private List<Moment> next(List<Moment> done) throws InterruptedException {
        int count = done.size();
        done.clear();
        lock.lockInterruptibly();
        try {
            told += count;
            delivered.signalAll();
            long left = NAP_NANOS;
            while (!hurried && !ended && left > 0) {
                left = come.awaitNanos(left);
            }
            while (coming.isEmpty() && !ended) {
                idle = true;
                come.await();
            }
            idle = false;
            hurried = false;
            List<Moment> batch = coming;
            coming = done;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private static Moment withoutBody(Moment moment) {
        return switch (moment) {
            case Moment.Arrived m ->
                new Moment.Arrived(
                        m.exchange(), m.nanos(), m.kind(), m.epochMillis(), m.path(), m.headers(), NO_BODY, m.marks());
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
            case Moment.Received m -> m.bytes().length;
            case Moment.EventPassed m -> m.bytes().length;
            case Moment.Understood m -> 0;
            case Moment.Routed m -> 0;
            case Moment.Adjusted m -> 0;
            case Moment.Answered m -> 0;
            case Moment.Retried m -> 0;
            case Moment.Finished m -> 0;
            case Moment.Failed m -> 0;
            case Moment.Abandoned m -> 0;
        };
    }
}
