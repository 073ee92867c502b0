package dev.turnpike.gateway.exchange;

import java.lang.System.Logger.Level;
import java.util.List;

/// Is told who comes to the gateway's door. Called on the thread of the request, before it is answered, several at
/// once: it never waits. It may throw without anybody noticing.
@FunctionalInterface
public interface VisitListener {
    void on(Visit visit);

    /// One that tells all of them.
    static VisitListener all(List<VisitListener> listeners) {
        List<VisitListener> told = List.copyOf(listeners);
        return visit -> {
            for (VisitListener each : told) {
                try {
                    each.on(visit);
                } catch (RuntimeException e) {
                    System.getLogger(VisitListener.class.getName())
                            .log(Level.WARNING, "a listener failed on a visit", e);
                }
            }
        };
    }
}
