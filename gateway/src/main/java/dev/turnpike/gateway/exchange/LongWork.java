package dev.turnpike.gateway.exchange;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Work on bodies, done where it holds up nobody else.
///
/// All virtual threads share one carrier (ADR 22). What keeps a processor busy for milliseconds is therefore done by
/// threads of the system, of which there are as many as processors.
final class LongWork {
    /// Some 2 ms of reading and writing JSON.
    private static final int LONG_BYTES = 256 * 1024;

    private static final ThreadPoolExecutor WORKERS = workers();

    private LongWork() {}

    private static ThreadPoolExecutor workers() {
        int processors = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                processors,
                processors,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("long-work-", 0).factory());
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    /// Does the work on a body of that size, and waits for it. Whatever it throws is thrown here.
    static <T> T on(int bytes, Supplier<T> work) {
        if (bytes < LONG_BYTES || !Thread.currentThread().isVirtual()) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        WORKERS.execute(task);
        return await(task);
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
