package dev.turnpike.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void writesTokens() {
        assertThat(Figures.tokens(0)).isEqualTo("0");
        assertThat(Figures.tokens(999)).isEqualTo("999");
        assertThat(Figures.tokens(62_400)).isEqualTo("62.4k");
        assertThat(Figures.tokens(999_949)).isEqualTo("999.9k");
        assertThat(Figures.tokens(999_999)).isEqualTo("1.00 M");
        assertThat(Figures.tokens(1_240_000)).isEqualTo("1.24 M");
    }

    @Test
    void writesTokensForNarrowColumns() {
        assertThat(Figures.brief(0)).isEqualTo("0");
        assertThat(Figures.brief(999)).isEqualTo("999");
        assertThat(Figures.brief(1_000)).isEqualTo("1.0k");
        assertThat(Figures.brief(9_949)).isEqualTo("9.9k");
        assertThat(Figures.brief(9_950)).isEqualTo("10k");
        assertThat(Figures.brief(22_600)).isEqualTo("23k");
        assertThat(Figures.brief(999_499)).isEqualTo("999k");
        assertThat(Figures.brief(999_500)).isEqualTo("1.0M");
        assertThat(Figures.brief(1_240_000)).isEqualTo("1.2M");
        assertThat(Figures.brief(12_400_000)).isEqualTo("12M");
    }

    @Test
    void writesHowLongItWaitsAlready() {
        assertThat(Figures.stopwatch(Duration.ofMillis(8_900))).isEqualTo("0:08");
        assertThat(Figures.stopwatch(Duration.ofMinutes(72))).isEqualTo("72:00");
        assertThat(Figures.stopwatch(Duration.ofSeconds(-3)))
                .as("a clock was put back")
                .isEqualTo("0:00");
    }

    @Test
    void writesBytes() {
        assertThat(Figures.bytes(99)).isEqualTo("99 B");
        assertThat(Figures.bytes(400)).isEqualTo("0.4 kB");
        assertThat(Figures.bytes(2_140)).isEqualTo("2.1 kB");
        assertThat(Figures.bytes(154_000)).isEqualTo("154 kB");
        assertThat(Figures.bytes(12_000_000)).isEqualTo("12 MB");
    }

    @Test
    void writesDurations() {
        assertThat(Figures.seconds(Duration.ofMillis(912))).isEqualTo("0.9");
        assertThat(Figures.seconds(Duration.ofSeconds(125))).isEqualTo("125");
        assertThat(Figures.millis(Duration.ofNanos(340_000))).isEqualTo("0.3");
    }

    @Test
    void writesCountsAndFindsRoundSteps() {
        assertThat(Figures.count(0)).isEqualTo("0");
        assertThat(Figures.count(1_240_000)).isEqualTo("1,240,000");
        assertThat(Figures.step(0, 1)).isEqualTo(1);
        assertThat(Figures.step(84_000, 1)).isEqualTo(100_000);
        assertThat(Figures.step(1.01, 0.1)).isEqualTo(2);
        assertThat(Figures.step(0.35, 0.1)).isEqualTo(0.5);
    }

    @Test
    void beginsPathsInTheHomeAtATilde() {
        assertThat(HomePath.shown("/homes/me", "/homes/me")).isEqualTo("~");
        assertThat(HomePath.shown("/homes/me/work", "/homes/me")).isEqualTo("~/work");
        assertThat(HomePath.shown("/homes/melanie", "/homes/me")).isEqualTo("/homes/melanie");
        assertThat(HomePath.shown("/homes/me", "")).isEqualTo("/homes/me");
    }
}
