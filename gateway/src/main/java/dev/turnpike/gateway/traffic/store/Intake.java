package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.Ended;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What waits to be written: bounded, and never a reason to wait. When much waits, bodies go first.
final class Intake {
    private static final int MOST = 4_096;
    private static final int MOST_TASKS = 256;
    /// So much is written at once: what waits through a collection of short-lived objects has to be copied by it.
    private static final long MANY_BYTES = 1 << 20;

    private static final int MANY = 128;

    /// Something that waits.
    sealed interface Job {
        record Keep(Ended ended, long bytes) implements Job {}

        /// What somebody asked for, who may wait for it.
        record Task(Act act, CompletableFuture<Void> done) implements Job {}
    }

    /// Something to do with the database, on the thread that writes.
    interface Act {
        void on(Database database) throws SQLException;
    }

    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition come = lock.newCondition();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private long bytes;
    private int tasks;
    private boolean urgent;
    private final AtomicLong bodiesDropped = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;

    /// @param mostBytes of bodies that wait
    Intake(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void add(Ended ended) {
        lock.lock();
        try {
            long size = ended.bytes();
            if (closed || waiting.size() >= MOST) {
                dropped.incrementAndGet();
                return;
            }
            if (bytes + size > mostBytes) {
                bodiesDropped.incrementAndGet();
                waiting.add(new Job.Keep(ended.withoutBodies(), 0));
            } else {
                bytes += size;
                waiting.add(new Job.Keep(ended, size));
            }
            urgent |= bytes > MANY_BYTES || waiting.size() > MANY;
            if (urgent || waiting.size() == 1) {
                come.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// @return false where it can never be done
    boolean add(Job.Task task) {
        lock.lock();
        try {
            if (closed || tasks >= MOST_TASKS) {
                return false;
            }
            tasks++;
            urgent = true;
            waiting.add(task);
            come.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is something, and then a little for more to come with it, unless that is urgent.
    ///
    /// @param idleNanos how long to wait for the first one
    /// @return at most `most`; none where nothing came
    List<Job> take(long idleNanos, long gatherNanos, int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = idleNanos;
            while (waiting.isEmpty() && left > 0 && !closed) {
                left = come.awaitNanos(left);
            }
            left = gatherNanos;
            while (!waiting.isEmpty() && !urgent && !closed && left > 0) {
                left = come.awaitNanos(left);
            }
            List<Job> taken = new ArrayList<>(Math.min(waiting.size(), most));
            while (!waiting.isEmpty() && taken.size() < most) {
                Job job = waiting.poll();
                switch (job) {
                    case Job.Keep(var _, var size) -> bytes -= size;
                    case Job.Task _ -> tasks--;
                }
                taken.add(job);
            }
            urgent = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Puts back what could not be written, before all others, as far as there is room.
    void putBack(List<Job> jobs) {
        lock.lock();
        try {
            for (Job job : jobs.reversed()) {
                if (job instanceof Job.Keep(var ended, var size)) {
                    if (waiting.size() >= MOST) {
                        dropped.incrementAndGet();
                    } else {
                        boolean room = bytes + size <= mostBytes;
                        bodiesDropped.addAndGet(room ? 0 : 1);
                        bytes += room ? size : 0;
                        waiting.addFirst(room ? job : new Job.Keep(ended.withoutBodies(), 0));
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// What was taken could not be written and never will be.
    void lost(int count) {
        dropped.addAndGet(count);
    }

    /// Nothing more comes in; what waits is still given out.
    void close() {
        lock.lock();
        try {
            closed = true;
            come.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isDone() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /// How many exchanges were not written at all.
    long dropped() {
        return dropped.get();
    }

    /// How many were written without their bodies, because too much waited.
    long bodiesDropped() {
        return bodiesDropped.get();
    }

    /// Waits for that long without taking anything; ends at once when it is closed.
    void pause(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!closed && left > 0) {
                left = come.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
