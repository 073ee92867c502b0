package dev.turnpike.app.hosting;

/// Ends when closed: nothing is told any more.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
