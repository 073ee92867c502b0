package dev.turnpike.app.hosting;

import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.InvalidConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One configuration that the gateway and the rooms look at together, also while the gateway is stopped.
final class SharedConfiguration implements ConfigurationSource, AutoCloseable {
    private record Watcher(Consumer<Configuration> changed, Consumer<String> broken) {}

    private final ConfigurationSource source;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();
    private @Nullable AutoCloseable watch;
    private volatile @Nullable Configuration current;

    SharedConfiguration(ConfigurationSource source) {
        this.source = source;
    }

    @Override
    public Configuration read() {
        synchronized (turn) {
            Configuration read = source.read();
            boolean fresh = !read.equals(current);
            current = read;
            if (watch == null) {
                watch = source.watch(this::change, this::refuse);
            }
            if (fresh) {
                watchers.forEach(watcher -> watcher.changed.accept(read));
            }
            return read;
        }
    }

    /// The last one that could be used.
    Optional<Configuration> current() {
        return Optional.ofNullable(current);
    }

    /// The last one, or a first look at it; empty where it cannot be used.
    Optional<Configuration> look() {
        try {
            return Optional.of(current().orElseGet(this::read));
        } catch (InvalidConfiguration e) {
            return Optional.empty();
        }
    }

    private void change(Configuration changed) {
        synchronized (turn) {
            current = changed;
        }
        watchers.forEach(watcher -> watcher.changed.accept(changed));
    }

    private void refuse(String why) {
        watchers.forEach(watcher -> watcher.broken.accept(why));
    }

    @Override
    public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
        return subscribe(changed, broken);
    }

    Subscription subscribe(Consumer<Configuration> changed, Consumer<String> broken) {
        Watcher watcher = new Watcher(changed, broken);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void close() {
        synchronized (turn) {
            if (watch == null) {
                return;
            }
            try {
                watch.close();
            } catch (Exception e) {
                throw new IllegalStateException("a watch only ends a thread", e);
            }
            watch = null;
        }
    }
}
