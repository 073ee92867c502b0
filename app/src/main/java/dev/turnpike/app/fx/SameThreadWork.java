package dev.turnpike.app.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work that is done before the call returns: for tests of view models.
public final class SameThreadWork implements WorkRunner {
    @Override
    public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = task.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public void later(Runnable task) {
        task.run();
    }
}
