package dev.turnpike.app.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does what may block elsewhere, and brings the result back.
public interface WorkRunner {
    /// Runs `task` off the caller's thread; then either `done` or `failed` where nodes may be touched.
    <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed);

    /// Does not wait and does not run on the caller's thread.
    void later(Runnable task);
}
