package dev.turnpike.app.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FindingsWatchTest {
    private static final Finding FOUND =
            Finding.of("id", Severity.WARNS, Place.of(PlaceKind.WITNESS, ""), "title", "message", List.of());

    private final FindingsWatch watch = new FindingsWatch();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void tellsOnlyOfAnotherList() {
        watch.listen(told::incrementAndGet);
        watch.look(List::of);
        assertThat(told).hasValue(0);
        watch.look(() -> List.of(FOUND));
        watch.look(() -> List.of(FOUND));
        assertThat(told).hasValue(1);
    }

    @Test
    void countsTheLookThatBeganLastHoweverLateAnotherOneEnds() {
        watch.listen(told::incrementAndGet);
        watch.look(() -> {
            // begins later and ends earlier, with what was told before
            watch.look(List::of);
            return List.of(FOUND);
        });
        assertThat(told).hasValue(0);
        watch.look(() -> List.of(FOUND));
        assertThat(told).as("it is news").hasValue(1);
    }
}
