package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.SameThreadWork;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// How much work one pulse does.
@ExtendWith(FxExtension.class)
class PulseTest {
    private final Recorder recorder = new Recorder();
    private final TrafficRoom room = new TrafficRoom(recorder, new SameThreadWork(), new Commands(), Scenario.UP);

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

    /// Not a test of the machine: run with `-Dturnpike.bench=FILE`, it writes there how long pulses are.
    @Test
    @EnabledIfSystemProperty(named = "turnpike.bench", matches = ".+")
    void measuresPulses(Windows windows) throws InterruptedException, IOException {
        Parent view = windows.show(1200, 700, room::view);
        windows.run(room::shown);
        load(windows, view.getScene(), 8);
        windows.run(recorder::clear);
        String empty = figures(load(windows, view.getScene(), 0));
        String busy = figures(load(windows, view.getScene(), 15));
        windows.run(room::hidden);
        Files.writeString(Path.of(System.getProperty("turnpike.bench")), "empty " + empty + "\nbusy  " + busy + "\n");
        assertThat(room.model().list().rows()).isNotEmpty();
    }

    private List<Long> load(Windows windows, Scene scene, int seconds) throws InterruptedException {
        List<Long> pulses = new ArrayList<>();
        long[] began = {0};
        AnimationTimer start = new AnimationTimer() {
            @Override
            public void handle(long now) {
                began[0] = System.nanoTime();
            }
        };
        Runnable end = () -> pulses.add(System.nanoTime() - began[0]);
        windows.run(() -> {
            room.hidden();
            start.start();
            room.shown();
            scene.addPostLayoutPulseListener(end);
        });
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds == 0 ? 6 : seconds);
            int count = 0;
            while (System.nanoTime() < until) {
                if (seconds > 0) {
                    whole("b" + seconds + "-" + count);
                    count++;
                }
                LockSupport.parkNanos(5_000_000);
            }
            done.countDown();
        });
        done.await();
        windows.run(() -> {
            start.stop();
            scene.removePostLayoutPulseListener(end);
        });
        return pulses.subList(Math.min(20, pulses.size()), pulses.size());
    }

    private void whole(String id) {
        ScriptedExchange exchange = new ScriptedExchange(recorder, id)
                .arrived(ClaudeRequest.main("claude-opus-5-5", "s" + id.hashCode() % 3, "/work")
                        .user("word " + id))
                .sent("deepseek", "deepseek-v4-pro", "first of 2")
                .begun(10)
                .text(0);
        for (int i = 0; i < 10; i++) {
            exchange.after(30).says(0, "some more words ");
        }
        exchange.closed(0).finished(10_000, 100);
    }

    private static String figures(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "pulses " + sorted.length + ", median " + micros(sorted, 0.5) + " us, p99 " + micros(sorted, 0.99)
                + " us, longest " + micros(sorted, 1) + " us, mean "
                + Math.round(Arrays.stream(sorted).average().orElse(0) / 1000) + " us";
    }

    private static long micros(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1000;
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
