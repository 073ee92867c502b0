package dev.turnpike.gateway.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a call from outside: the client left, or the upstream took too long. Thread-safe; the first request counts.
public final class Cancellation {
    private @Nullable String reason;
    private boolean settled;
    private final List<Runnable> actions = new ArrayList<>();

    public Cancellation() {}

    /// Runs every action that was registered, on this thread. Does nothing once the call is settled.
    public synchronized void request(String why) {
        if (settled || reason != null) {
            return;
        }
        reason = why;
        // inside the lock, so that nothing is dropped that settle has given back
        actions.forEach(Runnable::run);
        actions.clear();
    }

    /// Runs the action when cancellation is requested, at once if it already was. The action must not block.
    public synchronized void onRequest(Runnable action) {
        if (reason != null) {
            action.run();
        } else if (!settled) {
            actions.add(action);
        }
    }

    /// The call is over: what it used may serve another one, and a later request does nothing.
    public synchronized void settle() {
        settled = true;
        actions.clear();
    }

    public synchronized boolean requested() {
        return reason != null;
    }

    /// Why, as a sentence for people.
    public synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
