package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The room over very many recorded exchanges. Run with `-Dtests.groups=bench -Dtests.excluded=
/// -Dturnpike.traffic=FILE -Dturnpike.bench=REPORT`: the file is a `traffic.db`, of which a copy is used.
@ExtendWith(FxExtension.class)
@Tag("bench")
class LargeTrafficBenchmark {
    private static final int RATE = 200;
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private final AtomicInteger played = new AtomicInteger();
    private final StringBuilder report = new StringBuilder();

    @Test
    void scrollsWhileManyArrive(Windows windows) throws IOException, InterruptedException {
        Path file = Path.of(Objects.requireNonNull(System.getProperty("turnpike.traffic"), "a traffic.db"));
        Files.copy(file, folder.resolve("traffic.db"));
        Recorder few = new Recorder();
        for (int i = 0; i < 10; i++) {
            whole(few);
        }
        TrafficRoom small = new TrafficRoom(Desk.parts(few, new Commands(), Scenario.UP));
        warm(windows, small);
        Map<PulseLengths.Measure, PulseLengths.Figures> ten = pulses(windows, small, few, 0, 10);
        windows.run(small::hidden);
        try (BackgroundWork work = new BackgroundWork();
                Desk desk = new Desk(folder)) {
            TrafficRoom large = new TrafficRoom(desk.parts(work));
            Parent view = windows.show(1200, 700, large::view);
            long began = System.nanoTime();
            windows.run(large::shown);
            windows.until(() -> !large.model().list().rows().isEmpty());
            tell("first rows after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            assertThat(view.lookupAll(".list-cell")).isNotEmpty();
            tell("exchanges " + large.model().list().totalProperty().get());
            heap("heap at first");
            for (int i = 0; i < 20; i++) {
                windows.run(large.model().history()::earlier);
                windows.settle();
            }
            tell("rows after 20 pages " + large.model().list().rows().size());
            heap("heap after 20 pages");
            Map<PulseLengths.Measure, PulseLengths.Figures> quiet = pulses(windows, large, desk.recorder, 0, 10);
            Map<PulseLengths.Measure, PulseLengths.Figures> busy = pulses(windows, large, desk.recorder, RATE, 15);
            compare("scrolling", ten, quiet);
            compare("scrolling at 200 a second", ten, busy);
            tell("exchanges " + large.model().list().totalProperty().get());
            heap("heap after that");
            windows.run(large::hidden);
            assertThat(large.isPumping()).isFalse();
        }
        Files.writeString(Path.of(System.getProperty("turnpike.bench")), report);
    }

    /// With `-Dturnpike.bench=REPORT` alone: opens every tab of a request of 20 MB.
    @Test
    void opensABodyOfTwentyMegabytes(Windows windows) throws IOException, InterruptedException {
        Recorder few = new Recorder();
        for (int i = 0; i < 10; i++) {
            whole(few);
        }
        TrafficRoom small = new TrafficRoom(Desk.parts(few, new Commands(), Scenario.UP));
        warm(windows, small);
        Map<PulseLengths.Measure, PulseLengths.Figures> ten = pulses(windows, small, few, 0, 10);
        windows.run(small::hidden);
        try (BackgroundWork work = new BackgroundWork();
                Desk desk = new Desk(folder)) {
            ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", "large", "/work");
            for (int i = 0; i < 40; i++) {
                request = request.user("word " + i)
                        .call("t" + i, "Read", "{\"file_path\":\"/work/f" + i + "\"}")
                        .result("t" + i, ("line " + i + " of a long file\n").repeat(22_000), false);
            }
            tell("request " + request.body().length / MEGABYTE + " MB");
            new ScriptedExchange(desk.recorder::on, "large", System.currentTimeMillis())
                    .arrived(request)
                    .sent("deepseek", "deepseek-v4-pro", "first of 2")
                    .answered(200)
                    .begun(10)
                    .text(0)
                    .says(0, "It is long.")
                    .closed(0)
                    .finished(10_000, 100);
            desk.settle();
            TrafficRoom large = new TrafficRoom(desk.parts(work));
            Parent view = windows.show(1200, 700, large::view);
            windows.run(large::shown);
            windows.until(() -> !large.model().list().rows().isEmpty());
            // what a detail costs that is shown for the first time is none of the body's
            whole(desk.recorder);
            windows.until(() -> large.model().list().totalProperty().get() == 2);
            windows.run(() -> large.model().list().selection().last());
            for (int tab = 1; tab <= 5; tab++) {
                int next = tab % 5;
                windows.run(() ->
                        ((TabPane) view.lookup(".tab-pane")).getSelectionModel().select(next));
            }
            heap("heap before");
            PulseLengths lengths = windows.call(() -> new PulseLengths(view.getScene()));
            windows.run(() -> {
                lengths.start(0);
                large.model().list().selection().first();
            });
            long chosen = System.nanoTime();
            windows.until(() -> large.model().detailProperty().get() != null);
            tell("selected and read in " + (System.nanoTime() - chosen) / 1_000_000 + " ms");
            for (int tab = 1; tab <= 5; tab++) {
                TimeUnit.SECONDS.sleep(3);
                int next = tab % 5;
                long before = System.nanoTime();
                windows.run(() ->
                        ((TabPane) view.lookup(".tab-pane")).getSelectionModel().select(next));
                tell("tab " + next + " opened in " + (System.nanoTime() - before) / 1_000_000 + " ms");
            }
            TimeUnit.SECONDS.sleep(2);
            windows.run(lengths::stop);
            compare("a request of 20 MB, every tab", ten, lengths.figures());
            heap("heap with it");
            windows.run(large::hidden);
        }
        Files.writeString(Path.of(System.getProperty("turnpike.bench")), report);
    }

    private void warm(Windows windows, TrafficRoom room) throws InterruptedException {
        windows.show(1200, 700, room::view);
        windows.run(room::shown);
        pulses(windows, room, new Recorder(), 0, 8);
    }

    private void compare(
            String what,
            Map<PulseLengths.Measure, PulseLengths.Figures> before,
            Map<PulseLengths.Measure, PulseLengths.Figures> after) {
        after.forEach((measure, figures) -> {
            PulseLengths.Figures ten = Objects.requireNonNull(before.get(measure));
            tell(what + ", " + measure);
            tell("  ten rows  " + ten);
            tell("  many rows " + figures);
            tell("            " + figures.times(ten));
        });
    }

    private void tell(String line) {
        report.append(line).append('\n');
    }

    private void heap(String what) {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        tell(what + " " + (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE + " MB");
    }

    /// Scrolls in every pulse, up and down, while so many exchanges a second arrive.
    private Map<PulseLengths.Measure, PulseLengths.Figures> pulses(
            Windows windows, TrafficRoom room, Recorder recorder, int rate, int seconds) throws InterruptedException {
        PulseLengths lengths = windows.call(() -> new PulseLengths(room.view().getScene()));
        AtomicBoolean over = new AtomicBoolean();
        Node list = windows.call(() -> room.view().lookup(".traffic-list .virtual-flow"));
        AnimationTimer scrolling = windows.call(() -> new AnimationTimer() {
            private int count;

            @Override
            public void handle(long now) {
                count++;
                // sixty pulses one way, sixty the other
                Event.fireEvent(list, count / 60 % 2 == 0 ? Wheel.turned(60) : Wheel.turned(-60));
            }
        });
        windows.run(() -> {
            lengths.start(30);
            scrolling.start();
        });
        Thread arriving = Thread.ofVirtual().start(() -> {
            long began = System.nanoTime();
            int before = played.get();
            while (!over.get()) {
                if (rate > 0 && played.get() - before < (System.nanoTime() - began) * 1e-9 * rate) {
                    whole(recorder);
                } else {
                    LockSupport.parkNanos(2_000_000);
                }
            }
        });
        TimeUnit.SECONDS.sleep(seconds);
        over.set(true);
        arriving.join();
        windows.run(() -> {
            scrolling.stop();
            lengths.stop();
        });
        return lengths.figures();
    }

    private void whole(Recorder recorder) {
        String id = "b" + played.incrementAndGet();
        ScriptedExchange exchange = new ScriptedExchange(recorder::on, id, System.currentTimeMillis())
                .arrived(ClaudeRequest.main("claude-opus-5-5", "s" + played.get() % 3, "/work")
                        .user("word " + id))
                .sent("deepseek", "deepseek-v4-pro", "first of 2")
                .begun(10)
                .text(0);
        for (int i = 0; i < 10; i++) {
            exchange.after(30).says(0, "some more words ");
        }
        exchange.closed(0).finished(10_000, 100);
    }
}
