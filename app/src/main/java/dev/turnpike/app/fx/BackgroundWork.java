package dev.turnpike.app.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Work in the background, results on the FX thread.
///
/// On threads of the system: the gateway's virtual ones share a carrier, which is not for the window to keep busy.
public final class BackgroundWork implements WorkRunner, AutoCloseable {
    private static final Duration LAST = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("work-", 1).factory());

    @Override
    public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        later(() -> {
            try {
                T result = task.call();
                FxThread.later(() -> done.accept(result));
            } catch (Exception e) {
                FxThread.later(() -> failed.accept(e));
            } catch (Error e) {
                // whoever waits must hear of it; the error itself goes where all unexpected ones go
                FxThread.later(() -> failed.accept(new IllegalStateException(String.valueOf(e), e)));
                throw e;
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

    /// Begins nothing new; what runs has [#LAST] to end and is interrupted then.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
