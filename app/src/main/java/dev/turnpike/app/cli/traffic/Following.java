package dev.turnpike.app.cli.traffic;

import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import dev.turnpike.gateway.traffic.store.TrafficArchive.UnreadableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Tells exchanges as they end, whoever records them. The file may come later, and another one may take its place.
public final class Following {
    private static final int BATCH = 200;
    /// Whoever writes may be about to put another file there.
    private static final int PATIENCE = 10;

    private final Path file;
    private final TrafficFilter filter;
    private final int last;
    private @Nullable TrafficArchive archive;
    private @Nullable Object opened;
    private @Nullable Object told;
    private long seq;
    private int failures;

    /// Gets exchanges in the order in which they ended.
    public interface Listener {
        void on(List<StoredExchange> exchanges) throws IOException;
    }

    /// @param last how many of those that are over are told first
    public Following(Path file, TrafficFilter filter, int last) {
        this.file = file;
        this.filter = filter;
        this.last = last;
    }

    /// Goes on until the pause says that it is over.
    ///
    /// @param pause waits a little; false ends it
    /// @throws UnreadableStore when it cannot be read, and stays so
    public void run(Listener listener, BooleanSupplier pause) throws IOException {
        try {
            if (open()) {
                begin(listener);
            }
            while (pause.getAsBoolean()) {
                look(listener);
            }
        } finally {
            close();
        }
    }

    private void begin(Listener listener) throws IOException {
        TrafficArchive from = Objects.requireNonNull(archive);
        seq = from.last();
        List<StoredExchange> before = new Selection(from, filter).last(last);
        listener.on(before.stream().filter(exchange -> exchange.seq() <= seq).toList());
    }

    private void look(Listener listener) throws IOException {
        try {
            if (open()) {
                tell(Objects.requireNonNull(archive), listener);
            }
            failures = 0;
        } catch (UnreadableStore e) {
            close();
            if (++failures > PATIENCE) {
                throw e;
            }
        }
    }

    private void tell(TrafficArchive from, Listener listener) throws IOException {
        List<StoredExchange> more = from.since(filter, seq, BATCH);
        while (!more.isEmpty()) {
            listener.on(more);
            seq = more.getLast().seq();
            more = from.since(filter, seq, BATCH);
        }
    }

    /// Whether there is something to read.
    private boolean open() {
        Object now = identity();
        if (archive != null && Objects.equals(now, opened)) {
            return true;
        }
        close();
        archive = now == null ? null : TrafficArchive.open(file).orElse(null);
        if (archive == null) {
            return false;
        }
        if (!Objects.equals(now, identity())) {
            // it was replaced in this moment: which one it is, nobody knows
            close();
            return false;
        }
        opened = now;
        if (!Objects.equals(now, told)) {
            told = now;
            seq = 0;
        }
        return true;
    }

    /// Which file it is; null where there is none.
    private @Nullable Object identity() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            // the place of a file that is gone may be given to the next one
            return List.of(Objects.requireNonNullElse(attributes.fileKey(), ""), attributes.creationTime());
        } catch (IOException _) {
            return null;
        }
    }

    private void close() {
        if (archive != null) {
            archive.close();
            archive = null;
        }
    }
}
