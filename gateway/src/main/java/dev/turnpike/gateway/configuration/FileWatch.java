package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.configuration.FileState.Missing;
import dev.turnpike.gateway.configuration.FileState.Present;
import dev.turnpike.gateway.configuration.FileState.Stamp;
import dev.turnpike.gateway.configuration.FileState.Unreadable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at a configuration file again and again and tells of edits, each once and only when the file has come to rest.
///
/// Polling sees what notifications miss: replaced files, folders that come later, network drives, container mounts.
final class FileWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FileWatch.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path file;
    private final Function<Present, Configuration> reading;
    private final Consumer<Configuration> changed;
    private final Consumer<String> broken;
    private final Set<FileState> refused = new HashSet<>();
    private @Nullable Stamp seen;
    private FileState judged;
    private FileState candidate;
    private @Nullable Thread thread;

    /// @param judged what the reader of the file knows already
    FileWatch(
            Path file,
            FileState judged,
            Function<Present, Configuration> reading,
            Consumer<Configuration> changed,
            Consumer<String> broken) {
        this.file = file;
        this.judged = judged;
        this.candidate = judged;
        this.reading = reading;
        this.changed = changed;
        this.broken = broken;
    }

    FileWatch start() {
        thread = Thread.ofPlatform().daemon().name("configuration-watch").start(this::pollUntilInterrupted);
        return this;
    }

    private void pollUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                pollOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pollOnce() {
        try {
            poll();
        } catch (RuntimeException e) {
            // whoever was told has failed; later edits still matter
            LOG.log(System.Logger.Level.WARNING, "An edit of " + file + " was not taken.", e);
        }
    }

    /// Looks once. An edit is judged when two looks in a row see the same content, since a file may be half written.
    void poll() {
        Stamp stamp = Stamp.of(file);
        if (stamp != null && stamp.equals(seen)) {
            return;
        }
        FileState now = FileState.of(file);
        boolean atRest = now.equals(candidate);
        candidate = now;
        if (now.equals(judged) || atRest) {
            // permissions leave no trace in the stamp, so an unreadable file is tried each time
            seen = now instanceof Present ? stamp : null;
        }
        if (atRest && !now.equals(judged)) {
            judged = now;
            judge(now);
        }
    }

    private void judge(FileState now) {
        switch (now) {
            case Missing ignored -> refuse(now, file + ": expected the file, found nothing");
            case Unreadable unreadable -> refuse(now, file + ": cannot be read: " + unreadable.why());
            case Present present -> take(present);
        }
    }

    private void take(Present present) {
        // at the start an empty file means that nothing is configured yet; later it is a mishap
        if (present.isBlank()) {
            refuse(present, file + ": expected an object, found nothing");
            return;
        }
        Configuration configuration;
        try {
            configuration = reading.apply(present);
        } catch (InvalidConfiguration e) {
            refuse(present, String.valueOf(e.getMessage()));
            return;
        }
        refused.clear();
        changed.accept(configuration);
    }

    private void refuse(FileState state, String why) {
        if (refused.add(state)) {
            broken.accept(why + "; the last good configuration stays");
        }
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
