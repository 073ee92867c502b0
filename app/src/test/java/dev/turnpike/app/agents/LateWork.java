package dev.turnpike.app.agents;

import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.fx.WorkRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work that waits until a test lets it be done, in the order that the test likes.
final class LateWork implements WorkRunner {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() -> new SameThreadWork().run(task, done, failed));
    }

    @Override
    public void later(Runnable task) {
        waiting.add(task);
    }

    /// What was asked for last comes first.
    void doBackwards() {
        while (!waiting.isEmpty()) {
            waiting.removeLast().run();
        }
    }
}
