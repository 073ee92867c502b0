package dev.turnpike.app.channels;

import dev.turnpike.app.fx.WorkRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work that comes back when a test lets it, in whatever order.
final class HeldWork implements WorkRunner {
    private final Deque<Runnable> held = new ArrayDeque<>();

    @Override
    public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        held.add(() -> {
            T result;
            try {
                result = task.call();
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(result);
        });
    }

    @Override
    public void later(Runnable task) {
        held.add(task);
    }

    /// Does what is held, the newest first.
    void release() {
        while (!held.isEmpty()) {
            held.removeLast().run();
        }
    }
}
