package dev.turnpike.gateway.exchange;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Work that takes the longer the larger a request is, done where it holds up nobody, and not too much of it at once.
///
/// All virtual threads share one carrier (ADR 22). What keeps a processor busy for long is therefore done by threads
/// of the system, of which there are as many as processors.
final class BodyWork {
    /// Some 2 ms of reading and writing JSON: whoever comes meanwhile must not wait for it.
    private static final int LONG_BYTES = 256 * 1024;

    /// Some 0.3 ms: where somebody is there already, the change of threads is cheaper.
    private static final int LONG_AMONG_OTHERS = 64 * 1024;

    /// Smaller ones do not matter to the heap.
    private static final int LARGE_BYTES = 512 * 1024;

    private static final ThreadPoolExecutor WORKERS = pool(Runtime.getRuntime().availableProcessors(), "body-work-");

    /// One thread, so that what takes long leaves the other processors to those who cannot wait.
    private static final ThreadPoolExecutor ASIDE = pool(1, "body-work-aside-");

    private final BooleanSupplier amongOthers;
    private final int most;
    private final Semaphore room;

    /// @param amongOthers whether several exchanges are running
    /// @param bytes how large those may be together that are translated at once; a larger one has it all
    BodyWork(BooleanSupplier amongOthers, long bytes) {
        this.amongOthers = amongOthers;
        this.most = (int) Math.max(1, bytes / LARGE_BYTES);
        // fair, so that a large one is not overtaken for ever
        this.room = new Semaphore(most, true);
    }

    private static ThreadPoolExecutor pool(int threads, String name) {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name, 0).factory());
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    /// Translates a body of that size. Decoded and written again, it needs several times its size for a moment; others
    /// wait for that moment, as it is short, and the heap need not hold all of them together.
    <T> T translate(int bytes, Supplier<T> work) {
        int share = Math.min(most, bytes / LARGE_BYTES);
        room.acquireUninterruptibly(share);
        try {
            return look(bytes, work);
        } finally {
            room.release(share);
        }
    }

    /// Does what may take seconds, mostly waiting for others, in a thread of its own: the workers are for what is
    /// short.
    static <T> T takeTime(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name("long-body-work").start(task);
        return await(task);
    }

    /// Looks through a body of that size. Whatever the work throws is thrown here.
    <T> T look(int bytes, Supplier<T> work) {
        if (!isLong(bytes) || !Thread.currentThread().isVirtual()) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        WORKERS.execute(task);
        return await(task);
    }

    /// Does what may take a second, one after another. Whatever the work throws is thrown here.
    <T> T aside(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        ASIDE.execute(task);
        return await(task);
    }

    /// Does what nobody waits for; not at all where other work waits already.
    void later(Runnable work) {
        if (ASIDE.getQueue().isEmpty()) {
            ASIDE.execute(work);
        }
    }

    private boolean isLong(int bytes) {
        return bytes >= LONG_BYTES || (bytes >= LONG_AMONG_OTHERS && amongOthers.getAsBoolean());
    }

    private static <T> T await(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // as if it had been done here, where nothing would have noticed
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException wrapped) {
        switch (wrapped.getCause()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> throw new IllegalStateException("work that throws nothing else", wrapped);
        }
    }
}
