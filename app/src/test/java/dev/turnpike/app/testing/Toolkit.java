package dev.turnpike.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;

/// The JavaFX toolkit of this test run: started once, asked from the test's thread.
final class Toolkit {
    private static final int PATIENCE_SECONDS = 20;
    private static boolean started;
    private static final List<Throwable> UNCAUGHT = new ArrayList<>();

    private Toolkit() {}

    /// Starts the toolkit unless that was done.
    static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        CountDownLatch running = new CountDownLatch(1);
        Platform.startup(running::countDown);
        if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the toolkit did not start");
        }
        Platform.setImplicitExit(false);
        call(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> note(e));
            return "";
        });
        started = true;
    }

    private static void note(Throwable e) {
        // the headless screen is 1000 by 1000, and what sticks out of it is its own mistake
        if (Stream.of(e.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow"))) {
            return;
        }
        synchronized (UNCAUGHT) {
            UNCAUGHT.add(e);
        }
    }

    /// What nobody caught on the toolkit's thread since the last call.
    static List<Throwable> uncaught() {
        synchronized (UNCAUGHT) {
            List<Throwable> all = List.copyOf(UNCAUGHT);
            UNCAUGHT.clear();
            return all;
        }
    }

    /// Does it on the toolkit's thread and waits for the answer.
    static <T> T call(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was ended", e);
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit's thread was busy for " + PATIENCE_SECONDS + " seconds", e);
        }
    }
}
