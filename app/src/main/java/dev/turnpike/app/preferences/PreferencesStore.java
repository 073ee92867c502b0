package dev.turnpike.app.preferences;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The preferences of now: changed from any thread, told to whoever listens, and written behind the caller's back.
public final class PreferencesStore implements AutoCloseable {
    private final PreferencesFile file;
    private final Executor writing;
    private final Consumer<String> troubles;
    private final List<Consumer<Preferences>> listeners = new CopyOnWriteArrayList<>();
    private final Object pen = new Object();
    private final Optional<String> notice;
    private Preferences current;
    private Preferences written;
    private boolean asked;

    /// Reads the file.
    ///
    /// @param writing runs what writes it; many changes at once become one write
    /// @param troubles gets a sentence when it cannot be written
    public PreferencesStore(Path file, Executor writing, Consumer<String> troubles) {
        this.file = new PreferencesFile(file);
        this.writing = writing;
        this.troubles = troubles;
        PreferencesFile.Reading reading = this.file.read();
        this.notice = reading.notice();
        this.current = reading.preferences();
        this.written = reading.preferences();
    }

    /// What the user should know about the file that was found.
    public Optional<String> notice() {
        return notice;
    }

    public synchronized Preferences current() {
        return current;
    }

    /// Changes them. A change that changes nothing is told to nobody.
    public void change(UnaryOperator<Preferences> change) {
        Preferences now;
        boolean first;
        synchronized (this) {
            now = change.apply(current);
            if (now.equals(current)) {
                return;
            }
            current = now;
            first = !asked;
            asked = true;
        }
        if (first) {
            writing.execute(this::write);
        }
        listeners.forEach(listener -> listener.accept(now));
    }

    /// Tells each change until closed, on the thread that makes it.
    public AutoCloseable onChange(Consumer<Preferences> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void write() {
        synchronized (pen) {
            Preferences now;
            synchronized (this) {
                asked = false;
                now = current;
            }
            if (now.equals(written)) {
                return;
            }
            try {
                file.write(now);
                written = now;
            } catch (IOException e) {
                troubles.accept("the preferences cannot be saved: " + e.getMessage());
            }
        }
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        write();
    }
}
