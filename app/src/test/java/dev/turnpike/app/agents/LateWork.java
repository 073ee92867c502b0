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

    /// Whether it waits; else what is asked for is done at once.
    boolean late = true;

    @Override
    public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Runnable work = () -> new SameThreadWork().run(task, done, failed);
        if (late) {
            waiting.add(work);
        } else {
            work.run();
        }
    }

    @Override
    public void later(Runnable task) {
        waiting.add(task);
    }

    /// What was asked for last comes first; something else happens before the first of all is done.
    void doFirstLast(Runnable meanwhile) {
        while (waiting.size() > 1) {
            waiting.removeLast().run();
        }
        meanwhile.run();
        doBackwards();
    }

    /// What was asked for last comes first.
    void doBackwards() {
        while (!waiting.isEmpty()) {
            waiting.removeLast().run();
        }
    }
}
