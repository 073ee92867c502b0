package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.usage.PriceList;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A recorder with a store behind it, in a folder of the test's.
final class StoreDesk implements AutoCloseable {
    /// When the exchanges of [#exchange] arrive.
    static final long NOW = 1_700_000_000_000L;

    final List<String> notices = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> unheard = new LinkedBlockingQueue<>();
    final Path file;
    final TrafficStore store;
    final Recorder recorder;
    volatile KeepRule rule = KeepRule.USUAL;
    volatile long now = NOW;

    StoreDesk(Path folder) {
        this(folder, Database::writing);
    }

    StoreDesk(Path folder, TrafficStore.Opening opening) {
        file = folder.resolve("traffic.db");
        store = new TrafficStore(file, () -> rule, this::hear, () -> Instant.ofEpochMilli(now), opening);
        recorder = Recorder.unwatched(store, () -> PriceList.NONE);
    }

    private void hear(String notice) {
        notices.add(notice);
        unheard.add(notice);
    }

    /// The next notice; waits for it.
    String heard() {
        try {
            String notice = unheard.poll(30, TimeUnit.SECONDS);
            if (notice == null) {
                throw new AssertionError("there was no other notice than " + notices);
            }
            return notice;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    ScriptedExchange exchange(String id) {
        return new ScriptedExchange(recorder, id);
    }

    /// A whole exchange of a session, answered with these words.
    void turn(String id, ClaudeRequest request, String words) {
        finish(exchange(id), request, words);
    }

    void turnAt(long millis, String id, ClaudeRequest request, String words) {
        finish(new ScriptedExchange(recorder::on, id, millis), request, words);
    }

    /// The same for whoever listens.
    static void finish(ScriptedExchange exchange, ClaudeRequest request, String words) {
        exchange.arrived(request)
                .after(5)
                .sent("deepseek", "v4-pro", "the only channel")
                .after(400)
                .answered(200)
                .received("data: {\"choices\":[]}\n\n")
                .begun(100)
                .text(0)
                .after(20)
                .says(0, words)
                .closed(0)
                .finished(100, 7);
    }

    /// Waits until all that was told is written.
    StoreDesk settled() {
        try {
            store.settled().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return this;
    }

    TrafficArchive archive() {
        return TrafficArchive.open(file).orElseThrow();
    }

    List<StoredExchange> lines() {
        try (TrafficArchive archive = settled().archive()) {
            return archive.page(TrafficFilter.ALL, TrafficArchive.Mark.END, 1_000)
                    .reversed();
        }
    }

    /// The one that ended last.
    StoredExchange lastLine(TrafficArchive archive) {
        return archive.since(TrafficFilter.ALL, archive.last() - 1, 1).getFirst();
    }

    static RecordedExchange detail(TrafficArchive archive, StoredExchange line) {
        return archive.detail(line.seq()).orElseThrow();
    }

    static ClaudeRequest asks(String session, String words) {
        return ClaudeRequest.main("claude-opus-5-5", session, "/home/me/work/shop")
                .user(words);
    }

    @Override
    public void close() {
        store.close();
    }
}
