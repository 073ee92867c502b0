package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.Ended;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What waits to be written: bounded, and never a reason to wait. When much waits, bodies go first.
final class Intake {
    private static final int MOST = 4_096;
    private static final int MOST_TASKS = 256;

    /// Something that waits.
    sealed interface Job {
        record Keep(Ended ended, long bytes) implements Job {}

        /// What somebody asked for, who may wait for it.
        record Task(Act act) implements Job {}
    }

    /// Something to do with the database, on the thread that writes.
    interface Act {
        void on(Database database) throws Exception;

        /// It cannot be done.
        default void refused(Exception why) {}
    }

    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition come = lock.newCondition();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private long bytes;
    private int tasks;
    private boolean urgent;
    private long bodiesDropped;
    private long dropped;
    private boolean closed;

    /// @param mostBytes of bodies that wait
    Intake(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void add(Ended ended) {
        lock.lock();
        try {
            long size = ended.bytes();
            if (closed || waiting.size() >= MOST) {
                dropped++;
                return;
            }
            if (bytes + size > mostBytes) {
                bodiesDropped++;
                waiting.add(new Job.Keep(ended.withoutBodies(), 0));
            } else {
                bytes += size;
                waiting.add(new Job.Keep(ended, size));
            }
            urgent |= bytes > mostBytes / 2 || waiting.size() > MOST / 2;
            if (urgent || waiting.size() == 1) {
                come.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// @return false where it can never be done
    boolean add(Act act) {
        lock.lock();
        try {
            if (closed || tasks >= MOST_TASKS) {
                return false;
            }
            tasks++;
            urgent = true;
            waiting.add(new Job.Task(act));
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
                        dropped++;
                    } else {
                        boolean room = bytes + size <= mostBytes;
                        bodiesDropped += room ? 0 : 1;
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
        lock.lock();
        try {
            dropped += count;
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// How many exchanges were not written at all.
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /// How many were written without their bodies, because too much waited.
    long bodiesDropped() {
        lock.lock();
        try {
            return bodiesDropped;
        } finally {
            lock.unlock();
        }
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

    static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }
}
