package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How much work one pulse does.
@ExtendWith(FxExtension.class)
class PulseTest {
    private final Recorder recorder = new Recorder();
    private final TrafficRoom room = new TrafficRoom(Desk.parts(recorder, new Commands(), Scenario.UP));
    private final AtomicInteger played = new AtomicInteger();

    /// However much happened since the last pulse, the list changes once for each session, by new rows alone.
    @Test
    void appliesOneBatchAndTouchesOnlyWhatIsNewAndInSight(Windows windows) {
        Parent view = windows.show(1200, 600, room::view);
        windows.run(room::shown);
        burst(0, 100);
        windows.settle();
        windows.run(room::hidden);
        AtomicInteger changes = new AtomicInteger();
        AtomicInteger rows = new AtomicInteger();
        room.model().list().rows().addListener((ListChangeListener<ListRow>) change -> {
            while (change.next()) {
                changes.incrementAndGet();
                rows.addAndGet(change.getAddedSize() + change.getRemovedSize());
            }
        });
        int cells = cells(view);
        burst(100, 300);
        for (int i = 0; i < 100; i++) {
            new ScriptedExchange(recorder, "x" + i).begun(1).finished(10, 10);
        }
        windows.run(() -> {
            room.shown();
            room.hidden();
        });

        assertThat(changes.get()).as("one change for each of the two sessions").isEqualTo(2);
        assertThat(rows.get()).isEqualTo(200);
        assertThat(cells(view)).as("no more cells than can be seen").isLessThanOrEqualTo(cells + 2);
        assertThat(room.model().list().rows()).hasSize(302);
    }

    /// The pulses between stay free.
    @Test
    void takesARushByEveryThirdPulse(Windows windows) {
        List<String> done = new ArrayList<>();
        windows.show(400, 300, StackPane::new);
        FeedPump pump = new FeedPump(() -> done.add("list"), () -> done.add("between"));
        windows.run(() -> {
            pump.start();
            assertThat(done).as("at once").containsExactly("list");
        });
        windows.settle();
        windows.settle();
        windows.run(pump::stop);

        assertThat(done)
                .startsWith("list", "between", "between", "list", "between", "between", "list")
                .hasSizeGreaterThan(7);
    }

    /// Rows that are scrolled in and out are shown by the same nodes, which is what styles cost.
    @Test
    void makesNoNodesForRowsThatComeIntoSight(Windows windows) {
        Parent view = windows.show(1200, 600, room::view);
        windows.run(room::shown);
        burst(0, 200);
        windows.settle();
        Set<Node> before = windows.call(() -> view.lookupAll(".row-text"));
        burst(200, 400);
        windows.settle();

        Set<Node> after = windows.call(() -> view.lookupAll(".row-text"));
        // a cell or two for what stands half in sight
        assertThat(after).hasSizeLessThan(before.size() + 25);
    }

    /// Not a test of the machine: run with `-Dtests.groups=bench -Dtests.excluded= -Dturnpike.bench=FILE`, it writes
    /// there how long pulses are while nothing
    /// comes, and how long at 200 exchanges a second: in turns, since the machine does other things meanwhile.
    @Test
    @Tag("bench")
    void measuresPulses(Windows windows) throws InterruptedException, IOException {
        Parent view = windows.show(1200, 700, room::view);
        Scene scene = view.getScene();
        load(windows, windows.call(() -> new PulseLengths(scene)), 10, 200);
        PulseLengths empty = windows.call(() -> new PulseLengths(scene));
        PulseLengths busy = windows.call(() -> new PulseLengths(scene));
        double rate = 0;
        int rounds = Integer.getInteger("turnpike.bench.rounds", 5);
        for (int round = 0; round < rounds; round++) {
            windows.run(recorder::clear);
            load(windows, empty, 4, 0);
            for (int i = 0; i < 2000 && round % 2 == 1; i++) {
                // every other time the list is full, and as many rows go as come
                whole();
            }
            rate += load(windows, busy, 8, 200) / rounds;
            assertThat(room.model().list().rows()).isNotEmpty();
        }
        StringBuilder report = new StringBuilder("exchanges a second: " + Math.round(rate) + "\n");
        Map<PulseLengths.Measure, PulseLengths.Figures> none = empty.figures();
        busy.figures().forEach((measure, figures) -> {
            PulseLengths.Figures before = Objects.requireNonNull(none.get(measure));
            report.append(measure + "\n  empty " + before + "\n  busy  " + figures + "\n        ");
            report.append(figures.times(before)).append('\n');
        });
        Files.writeString(Path.of(System.getProperty("turnpike.bench")), report);
    }

    /// Plays so many exchanges a second while pulses are watched; the answer is how many it could play.
    private double load(Windows windows, PulseLengths lengths, int seconds, int rate) throws InterruptedException {
        windows.run(() -> {
            room.hidden();
            lengths.start(30);
            room.shown();
        });
        CountDownLatch done = new CountDownLatch(1);
        long began = System.nanoTime();
        int before = played.get();
        Thread.ofVirtual().start(() -> {
            long gone = 0;
            while (gone < TimeUnit.SECONDS.toNanos(seconds)) {
                if (played.get() - before < gone * 1e-9 * rate) {
                    whole();
                } else {
                    LockSupport.parkNanos(2_000_000);
                }
                gone = System.nanoTime() - began;
            }
            done.countDown();
        });
        done.await();
        windows.run(() -> {
            lengths.stop();
            room.hidden();
        });
        return (double) (played.get() - before) / seconds;
    }

    private void whole() {
        String id = "b" + played.incrementAndGet();
        ScriptedExchange exchange = new ScriptedExchange(recorder, id)
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

    private void burst(int from, int to) {
        for (int i = from; i < to; i++) {
            ClaudeRequest request =
                    ClaudeRequest.main("claude-opus-5-5", "s" + i % 2, "/work").user("word " + i);
            new ScriptedExchange(recorder, "x" + i).arrived(request).sent("up", "served", "r");
        }
    }

    private static int cells(Parent view) {
        return (int) view.lookupAll(".list-cell").stream()
                .filter(ListCell.class::isInstance)
                .count();
    }
}
