package dev.turnpike.app.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Work on virtual threads, results on the FX thread.
public final class BackgroundWork implements WorkRunner, AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("work-", 1).factory());

    @Override
    public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        later(() -> {
            try {
                T result = task.call();
                FxThread.later(() -> done.accept(result));
            } catch (Exception e) {
                FxThread.later(() -> failed.accept(e));
            }
        });
    }

    @Override
    public void later(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            // the application ends, and nobody waits for this any more
        }
    }

    /// Interrupts what still runs; what comes later is not begun.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
