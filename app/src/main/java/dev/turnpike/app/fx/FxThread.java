package dev.turnpike.app.fx;

import javafx.application.Platform;

/// The one thread that may touch nodes. Nothing else calls `Platform.runLater`.
public final class FxThread {
    private FxThread() {}

    /// Runs a task on it, soon.
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /// Runs a task on it: at once where this is it, else soon.
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            later(task);
        }
    }

    /// Stops a wrong crossing where it happens, not where a node breaks later.
    ///
    /// @throws IllegalStateException on any other thread
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "on thread " + Thread.currentThread().getName() + ", expected the FX thread");
        }
    }
}
