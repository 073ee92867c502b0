package dev.turnpike.gateway.upstream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Connections that rest between two calls, the most recently used first. Thread-safe; nothing in here blocks.
final class ConnectionPool implements AutoCloseable {
    /// Below what most servers keep an idle connection for.
    private static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(50);

    /// A connection that rested longer is asked whether it still lives before it is used, even if that costs time.
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MAX_IDLE_PER_ORIGIN = 256;

    private final LongSupplier clock;
    private final Map<Origin, Deque<Connection>> resting = new HashMap<>();
    private boolean closed;

    ConnectionPool(LongSupplier clock) {
        this.clock = clock;
    }

    /// A live connection, or null where none rests.
    @Nullable
    Connection take(Origin origin) {
        while (true) {
            Connection candidate = poll(origin);
            if (candidate == null) {
                return null;
            }
            long idle = candidate.idleNanos(clock.getAsLong());
            boolean fresh = idle <= MAX_IDLE_NANOS && candidate.isQuiet();
            if (fresh && (idle <= TRUSTED_NANOS || !candidate.isStale())) {
                return candidate;
            }
            candidate.drop();
        }
    }

    void give(Connection connection) {
        List<Connection> surplus = new ArrayList<>();
        long now = clock.getAsLong();
        synchronized (this) {
            if (closed || !connection.isClean()) {
                surplus.add(connection);
            } else {
                connection.rest(now);
                resting.computeIfAbsent(connection.origin(), o -> new ArrayDeque<>())
                        .addFirst(connection);
                resting.values().forEach(deque -> prune(deque, now, surplus));
                resting.values().removeIf(Deque::isEmpty);
            }
        }
        surplus.forEach(Connection::drop);
    }

    private static void prune(Deque<Connection> deque, long now, List<Connection> surplus) {
        while (deque.size() > MAX_IDLE_PER_ORIGIN
                || (!deque.isEmpty() && deque.getLast().idleNanos(now) > MAX_IDLE_NANOS)) {
            surplus.add(deque.removeLast());
        }
    }

    private synchronized @Nullable Connection poll(Origin origin) {
        Deque<Connection> deque = resting.get(origin);
        return deque == null ? null : deque.pollFirst();
    }

    @Override
    public void close() {
        List<Connection> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            resting.values().forEach(all::addAll);
            resting.clear();
        }
        all.forEach(Connection::drop);
    }
}
