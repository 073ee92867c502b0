package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.SideWindow;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.store.TrafficStore;
import dev.turnpike.gateway.usage.PriceList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/// What a room of traffic is made of in tests: everything real, but for a window around it.
final class Desk implements AutoCloseable {
    private static final Path NOWHERE = Path.of("/nonexistent/traffic.db");

    private static final KeepRule ALWAYS = new KeepRule(KeepRule.BodyRule.ALL, Duration.ofDays(99_999), Long.MAX_VALUE);

    final List<Toast> toasts = new ArrayList<>();
    final Path file;
    final Recorder recorder;
    final TrafficStore store;

    /// A room over a file that its recorder writes to.
    Desk(Path folder) {
        file = folder.resolve("traffic.db");
        store = new TrafficStore(file, () -> ALWAYS, _ -> {}, InstantSource.system());
        recorder = Recorder.watched(store, PriceList::bundled);
    }

    /// Another recorder that writes to the same file, as another process does.
    Recorder elsewhere() {
        return Recorder.unwatched(store, PriceList::bundled);
    }

    /// The same with its work in the background, as in the application.
    InspectorParts parts(WorkRunner work) {
        StoredTraffic stored = new StoredTraffic(file, Optional.of(store));
        return parts(recorder, stored, work, new Commands(), toasts::add, Scenario.UP);
    }

    /// The same in a real window.
    InspectorParts parts(Sheets sheets, Toasts shown, Resender resender) {
        StoredTraffic stored = new StoredTraffic(file, Optional.of(store));
        return new InspectorParts(
                recorder,
                stored,
                new SameThreadWork(),
                new Commands(),
                sheets,
                shown,
                Desk::window,
                new Kept(new ArrayList<>()),
                resender,
                Desk::keep,
                Scenario.UP,
                _ -> {},
                "1.2.3");
    }

    InspectorParts parts() {
        return parts(
                recorder,
                new StoredTraffic(file, Optional.of(store)),
                new SameThreadWork(),
                new Commands(),
                toasts::add,
                Scenario.UP);
    }

    /// Is over when all that has ended is in the file.
    void settle() {
        store.settled().join();
    }

    @Override
    public void close() {
        store.close();
    }

    static InspectorParts parts(Recorder recorder) {
        return parts(recorder, new SameThreadWork());
    }

    static InspectorParts parts(Recorder recorder, WorkRunner work) {
        return parts(recorder, nothing(), work, new Commands(), _ -> {}, Scenario.UP);
    }

    static InspectorParts parts(Recorder recorder, Commands commands, Situation situation) {
        return parts(recorder, nothing(), new SameThreadWork(), commands, _ -> {}, situation);
    }

    private static StoredTraffic nothing() {
        return new StoredTraffic(NOWHERE, Optional.empty());
    }

    static InspectorParts parts(
            Recorder recorder,
            StoredTraffic stored,
            WorkRunner work,
            Commands commands,
            Toasts toasts,
            Situation situation) {
        return new InspectorParts(
                recorder,
                stored,
                work,
                commands,
                new NoSheets(),
                toasts,
                Desk::window,
                new Kept(new ArrayList<>()),
                new Upstreams(),
                Desk::keep,
                situation,
                _ -> {},
                "1.2.3");
    }

    private static SideWindow window() {
        return new SideWindow(new Theme(ThemeChoice.LIGHT));
    }

    private static Path keep(String name, byte[] content) throws IOException {
        Path folder = Files.createTempDirectory("bodies");
        Files.write(folder.resolve(name), content);
        return folder;
    }

    /// Three channels: one that can be used, one that is off, one that goes by the caller's own login.
    static final class Upstreams implements Resender {
        final List<String> sent = new ArrayList<>();

        @Override
        public List<Target> targets() {
            return List.of(
                    new Target("deepseek", "DeepSeek", "api.deepseek.com", Optional.empty()),
                    new Target("glm", "GLM", "open.bigmodel.cn", Optional.empty()),
                    new Target("claude", "Claude", "api.anthropic.com", Optional.of("Claude goes by your own login.")));
        }

        @Override
        public int send(Target target, Resend what) {
            sent.add(target.channel() + " " + what.path() + " " + new String(what.body(), StandardCharsets.UTF_8));
            return 200;
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("tp-key-of-the-gateway");
        }
    }

    private record Kept(List<String> filters) implements FilterMemory {
        @Override
        public List<String> saved() {
            return List.copyOf(filters);
        }

        @Override
        public void save(List<String> wanted) {
            filters.clear();
            filters.addAll(wanted);
        }
    }

    private static final class NoSheets implements Sheets {
        @Override
        public void show(Region content, Runnable closed) {
            closed.run();
        }

        @Override
        public void close() {}

        @Override
        public void close(Region sheet) {}

        @Override
        public boolean isOpen() {
            return false;
        }
    }
}
