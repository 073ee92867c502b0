package dev.turnpike.gateway.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.HandClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final Tokenizer TOKENIZER = new Tokenizer(new HandClock());

    @ParameterizedTest
    @CsvSource({"'',0", "Hello world,2", "public static void main(String[] args),8", "你好世界,2"})
    void countsByO200k(String text, long tokens) {
        assertThat(TOKENIZER.count(text)).isEqualTo(tokens);
    }

    @Test
    void isLoadedByTheFirstTextAndDroppedOnceIdle() {
        HandClock clock = new HandClock();
        Tokenizer tokenizer = new Tokenizer(clock);
        assertThat(tokenizer.isLoaded()).isFalse();
        assertThat(tokenizer.untilIdle()).isEqualTo(Long.MAX_VALUE);
        tokenizer.count("");
        assertThat(tokenizer.isLoaded()).isFalse();
        tokenizer.count("text");
        assertThat(tokenizer.isLoaded()).isTrue();
        assertThat(tokenizer.untilIdle()).isEqualTo(Tokenizer.IDLE.toNanos());
        clock.forward(Tokenizer.IDLE.minusSeconds(1));
        assertThat(tokenizer.untilIdle()).isEqualTo(1_000_000_000);
        tokenizer.count("more text");
        assertThat(tokenizer.untilIdle()).isEqualTo(Tokenizer.IDLE.toNanos());
        clock.forward(Tokenizer.IDLE.plusSeconds(1));
        assertThat(tokenizer.untilIdle()).isZero();
        tokenizer.drop();
        assertThat(tokenizer.isLoaded()).isFalse();
        assertThat(tokenizer.count("Hello world")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "中", " ", "1", "aB", "é", "😀", "\n", "=-"})
    void countsLongTextsWithoutASpaceInSteps(String unit) {
        long some = TOKENIZER.count(unit.repeat(40_960 / unit.length()));
        long many = TOKENIZER.count(unit.repeat(409_600 / unit.length()));
        assertThat(many).isBetween(some * 9, some * 11);
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(TOKENIZER.count("a" + "😀".repeat(10_000))).isBetween(9_990L, 10_020L);
    }
}
