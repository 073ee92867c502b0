package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.doctor.Finding;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells when a list of findings is another one than before.
public final class FindingsWatch {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Finding> told = List.of();

    public FindingsWatch() {}

    /// Runs that on each change, on the thread that brings it, until closed.
    public Runnable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /// This is the list now.
    public void now(List<Finding> findings) {
        synchronized (this) {
            if (told.equals(findings)) {
                return;
            }
            told = List.copyOf(findings);
        }
        listeners.forEach(Runnable::run);
    }
}
