package dev.turnpike.app.channels;

import dev.turnpike.app.fx.WorkRunner;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Background work in the order in which it was asked for: the next begins when the one before has come back.
///
/// Used where nodes may be touched, on that thread alone.
final class OneByOne {
    private final WorkRunner work;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    OneByOne(WorkRunner work) {
        this.work = work;
    }

    <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() -> work.run(task, result -> back(() -> done.accept(result)), e -> back(() -> failed.accept(e))));
        if (!busy) {
            next();
        }
    }

    /// Whether something else is going to follow what comes back now.
    boolean hasMore() {
        return !waiting.isEmpty();
    }

    private void back(Runnable take) {
        try {
            take.run();
        } finally {
            next();
        }
    }

    private void next() {
        Runnable first = waiting.poll();
        busy = first != null;
        if (first != null) {
            first.run();
        }
    }
}
