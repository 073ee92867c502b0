package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.app.cli.traffic.Following;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.TrafficArchive.UnreadableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {
    @TempDir
    Path home;

    private final List<String> told = new ArrayList<>();
    private final List<RecordedWeek> weeks = new ArrayList<>();

    @AfterEach
    void close() {
        weeks.forEach(RecordedWeek::close);
    }

    private RecordedWeek recorded() {
        RecordedWeek week = new RecordedWeek(home);
        weeks.add(week);
        return week;
    }

    /// Does these one after the other, each in a pause, and looks once more behind each.
    private void follow(int last, Runnable... steps) throws IOException {
        Deque<Runnable> left = new ArrayDeque<>(List.of(steps));
        follow(last, () -> {
            Runnable step = left.poll();
            if (step != null) {
                step.run();
            }
            return step != null;
        });
    }

    private void follow(int last, BooleanSupplier pause) throws IOException {
        new Following(Recording.file(home), TrafficFilter.ALL, last)
                .run(
                        more -> more.forEach(
                                exchange -> told.add(exchange.summary().id().value())),
                        pause);
    }

    private void remove() {
        for (String end : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(home.resolve(Recording.file(home).getFileName() + end));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void tellsTheLastOnesAndThenEachOnce() throws IOException {
        RecordedWeek week = recorded().said("a", "1", "x").said("b", "2", "x").said("c", "3", "x");
        follow(2, () -> {}, () -> week.said("d", "4", "x").failed("e", "no"), () -> {}, () -> week.said("f", "5", "x"));
        assertThat(told).containsExactly("b", "c", "d", "e", "f");
    }

    @Test
    void tellsOnlyNewOnesWhereNoneBeforeAreWanted() throws IOException {
        RecordedWeek week = recorded().said("a", "1", "x");
        follow(0, () -> {}, () -> week.said("b", "2", "x"));
        assertThat(told).containsExactly("b");
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        follow(50, () -> {}, () -> recorded().said("a", "1", "x"), () -> {});
        assertThat(told).containsExactly("a");
    }

    @Test
    void tellsMoreThanOneReadGives() throws IOException {
        RecordedWeek week = recorded().said("a", "1", "x");
        follow(1, () -> week.generated(230));
        assertThat(told).hasSize(231).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithAFileThatTookThePlaceOfTheOther() throws IOException {
        RecordedWeek week = recorded().said("a", "1", "x").said("b", "2", "x");
        follow(
                1,
                () -> {
                    week.close();
                    remove();
                },
                () -> recorded().said("c", "3", "x"),
                () -> {});
        assertThat(told).containsExactly("b", "c");
    }

    @Test
    void waitsAWhileForADamagedFileToBeReplaced() {
        RecordedWeek week = recorded().said("a", "1", "x");
        AtomicInteger pauses = new AtomicInteger();
        assertThatThrownBy(() -> follow(1, () -> {
                    if (pauses.getAndIncrement() == 0) {
                        week.close();
                        remove();
                        Desk.write(Recording.file(home), "garbage ".repeat(2_000));
                    }
                    return true;
                }))
                .isInstanceOf(UnreadableStore.class)
                .hasMessageEndingWith("is damaged: move it away");
        assertThat(pauses).hasValue(11);
        assertThat(told).containsExactly("a");
    }
}
