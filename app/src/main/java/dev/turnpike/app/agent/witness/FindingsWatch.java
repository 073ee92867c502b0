package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.doctor.Finding;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Tells when a list of findings is another one than before.
public final class FindingsWatch {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Finding> told = List.of();
    private long turns;
    private long lastTurn;

    public FindingsWatch() {}

    /// Runs that on each change, on the thread that brings it, until closed.
    public Runnable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /// Makes the list anew. Where several do so at once, the one that began last counts.
    public void look(Supplier<List<Finding>> list) {
        long turn;
        synchronized (this) {
            turn = ++turns;
        }
        // made without the lock, since it waits for others
        List<Finding> findings = List.copyOf(list.get());
        synchronized (this) {
            if (turn < lastTurn) {
                return;
            }
            lastTurn = turn;
            if (told.equals(findings)) {
                return;
            }
            told = findings;
        }
        listeners.forEach(Runnable::run);
    }
}
