package dev.turnpike.gateway.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LearnedRatioTest {
    @Test
    void isOneWhereNothingIsKnown() {
        assertThat(LearnedRatio.of(List.of(), 100)).isEqualTo(new LearnedRatio(1, 1));
    }

    @Test
    void isTheSameForWordsAndJsonWhereOneLessonIsAllThereIs() {
        LearnedRatio ratio = LearnedRatio.of(List.of(new Lesson.Measured(1000, 1000, 3000)), 2000);
        assertThat(ratio.words()).isCloseTo(1.5, within(0.01));
        assertThat(ratio.json()).isCloseTo(1.5, within(0.01));
    }

    @Property
    void findsTheTwoRatiosThatWereReported(
            @ForAll @IntRange(min = 5, max = 30) int words, @ForAll @IntRange(min = 5, max = 30) int json) {
        List<Lesson.Measured> lessons = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            lessons.add(new Lesson.Measured(i * 3000L, 9000, (i * 3000L * words + 9000L * json) / 10));
        }
        LearnedRatio ratio = LearnedRatio.of(lessons, 20_000);
        assertThat(15_000 * ratio.words() + 9000 * ratio.json())
                .isCloseTo(1500.0 * words + 900.0 * json, within(150.0 * words + 90 * json));
    }

    @Property
    void staysWithinItsBounds(
            @ForAll("lessons") @Size(max = 12) List<Lesson.Measured> lessons,
            @ForAll @IntRange(min = 0, max = 2_000_000) int about) {
        LearnedRatio ratio = LearnedRatio.of(lessons, about);
        assertThat(ratio.words()).isBetween(LearnedRatio.LEAST, LearnedRatio.MOST);
        assertThat(ratio.json()).isBetween(LearnedRatio.LEAST, LearnedRatio.MOST);
    }

    @Provide
    Arbitrary<List<Lesson.Measured>> lessons() {
        Arbitrary<Long> tokens = Arbitraries.longs().between(0, 2_000_000);
        return Combinators.combine(tokens, tokens, Arbitraries.longs().between(1, 10_000_000))
                .as(Lesson.Measured::new)
                .list();
    }
}
