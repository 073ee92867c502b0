package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.StoredSession;
import dev.turnpike.gateway.traffic.filter.SeenValues;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.Leaving;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import dev.turnpike.gateway.traffic.store.TrafficStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was recorded before, and by other processes. Asked off the FX thread, as each answer may take some
/// milliseconds; all answers throw [TrafficArchive.UnreadableStore] where the file cannot be read.
public final class StoredTraffic implements AutoCloseable {
    private static final int PAGE = 200;
    private static final int MOST_NEWS = 500;
    private static final int SETTLES_SECONDS = 3;
    private static final int MOST_SESSIONS = 2_000;

    private final Path file;
    private final Optional<TrafficStore> store;
    private @Nullable TrafficArchive archive;
    private List<Object> opened = List.of();
    private volatile List<Object> seen = List.of();
    private volatile Leaving leaving = Leaving.NOTHING;

    /// @param file read where it exists
    /// @param store what writes to it, if anything in this process does
    public StoredTraffic(Path file, Optional<TrafficStore> store) {
        this.file = file;
        this.store = store;
    }

    /// The newest exchanges that are wanted, and how many there are.
    ///
    /// @param lines the newest one first
    /// @param more there are earlier ones
    /// @param last the place of the exchange that ended last, whether it is wanted or not
    /// @param sessions those that went on last, the newest one first
    /// @param ended which of those that were asked about are in the file
    record Opening(
            List<StoredExchange> lines,
            boolean more,
            long shown,
            long total,
            long last,
            List<StoredSession> sessions,
            Set<ExchangeId> ended) {
        static final Opening EMPTY = new Opening(List.of(), false, 0, 0, 0, List.of(), Set.of());
    }

    /// What ended since, in that order.
    ///
    /// @param wanted the places of those that pass the filter
    record News(List<StoredExchange> lines, Set<Long> wanted) {
        static final News NONE = new News(List.of(), Set.of());
    }

    /// Whether there may be anything to read. For any thread.
    boolean mayHold() {
        return store.isPresent() || Files.exists(file);
    }

    /// @param asked exchanges that may have ended meanwhile
    synchronized Opening open(TrafficFilter filter, int most, List<ExchangeId> asked) {
        seen = stamps();
        Optional<TrafficArchive> found = archive();
        if (found.isEmpty()) {
            return Opening.EMPTY;
        }
        TrafficArchive from = found.get();
        // asked first: what ends meanwhile is news
        long last = from.last();
        List<StoredExchange> lines = from.page(filter, TrafficArchive.Mark.END, most);
        return new Opening(
                lines,
                lines.size() == most,
                from.count(filter),
                from.count(TrafficFilter.ALL),
                last,
                from.sessions(MOST_SESSIONS),
                asked.stream().filter(id -> from.find(id).isPresent()).collect(Collectors.toSet()));
    }

    /// The exchanges that arrived before that one, the newest one first.
    synchronized List<StoredExchange> before(StoredExchange first, TrafficFilter filter, int most) {
        return archive()
                .map(from -> from.page(filter, TrafficArchive.Mark.before(first), most))
                .orElse(List.of());
    }

    /// What ended after that place; nothing where the file was not written to since it was asked last.
    synchronized News since(long place, TrafficFilter filter) {
        List<Object> now = stamps();
        if (now.equals(seen)) {
            return News.NONE;
        }
        Optional<TrafficArchive> found = archive();
        if (found.isEmpty()) {
            return News.NONE;
        }
        List<StoredExchange> lines = found.get().since(TrafficFilter.ALL, place, MOST_NEWS);
        if (lines.size() < MOST_NEWS) {
            seen = now;
        }
        Set<Long> wanted = found.get().since(filter, place, MOST_NEWS).stream()
                .map(StoredExchange::seq)
                .collect(Collectors.toSet());
        return new News(lines, wanted);
    }

    /// Gives everything about each exchange that is wanted, the newest one first.
    void each(TrafficFilter filter, HarExport.Taker taker) throws IOException {
        List<StoredExchange> page = newest(filter);
        while (!page.isEmpty()) {
            for (StoredExchange line : page) {
                Optional<RecordedExchange> whole = detail(line.seq());
                if (whole.isPresent()) {
                    taker.take(whole.get());
                }
            }
            page = before(page.getLast(), filter, PAGE);
        }
    }

    private synchronized List<StoredExchange> newest(TrafficFilter filter) {
        return archive()
                .map(from -> from.page(filter, TrafficArchive.Mark.END, PAGE))
                .orElse(List.of());
    }

    /// What ended is news once more. For any thread.
    void lookAgain() {
        seen = List.of();
    }

    synchronized Optional<RecordedExchange> detail(long seq) {
        return archive().flatMap(from -> from.detail(seq));
    }

    /// The line of that exchange.
    synchronized Optional<StoredExchange> line(ExchangeId id) {
        return archive().flatMap(from -> from.find(id).flatMap(from::line));
    }

    synchronized SeenValues seen() {
        return archive().map(TrafficArchive::seen).orElse(SeenValues.NONE);
    }

    /// Leaves out of every answer but [#detail] what is about to be deleted. For any thread.
    void leaveOut(Leaving deleted) {
        leaving = deleted;
    }

    /// The place of the exchange that ended last, once all that have ended are in the file.
    long last() {
        store.ifPresent(StoredTraffic::settle);
        synchronized (this) {
            return archive().map(TrafficArchive::last).orElse(0L);
        }
    }

    private static void settle(TrafficStore writer) {
        try {
            writer.settled().get(SETTLES_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(Text.of("traffic.store.busy"), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(Text.of("traffic.store.busy"), e);
        }
    }

    /// Deletes for good what was left out. For any thread.
    CompletableFuture<Void> delete(Leaving deleted) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        store.ifPresent(writer -> {
            if (deleted.upTo() > 0) {
                all.add(writer.clear(deleted.upTo()));
            }
            deleted.these().forEach(seq -> all.add(writer.delete(seq)));
        });
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    /// Pins an exchange or lets it go. For any thread.
    CompletableFuture<Void> pin(long seq, boolean pinned) {
        return store.map(writer -> writer.pin(seq, pinned)).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private Optional<TrafficArchive> archive() {
        List<Object> now = key();
        if (archive != null && !now.equals(opened)) {
            // another file has taken its place
            close();
        }
        if (archive == null) {
            opened = now;
            archive = TrafficArchive.open(file).orElse(null);
        }
        if (archive != null) {
            archive.leaveOut(leaving);
        }
        return Optional.ofNullable(archive);
    }

    private List<Object> key() {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? List.of() : List.of(key);
        } catch (IOException _) {
            return List.of("none");
        }
    }

    /// What changes when somebody writes.
    private List<Object> stamps() {
        return List.of(stamp(file), stamp(Path.of(file + "-wal")));
    }

    private static List<Object> stamp(Path path) {
        try {
            BasicFileAttributes told = Files.readAttributes(path, BasicFileAttributes.class);
            return List.of(told.lastModifiedTime(), told.size());
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Lets the file go; it is opened again when something is asked.
    @Override
    public synchronized void close() {
        if (archive != null) {
            archive.close();
            archive = null;
        }
    }
}
