package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void dropsColoursAndOtherOrders() {
        assertThat(PlainText.of("\u001B[31mFAIL\u001B[0m \u001B[1;38;5;12mx\u001B[K\u001B(B"))
                .isEqualTo("FAIL x");
        assertThat(PlainText.of("\u001B]8;;https://a.example\u0007link\u001B]8;;\u0007"))
                .isEqualTo("link");
    }

    @Test
    void dropsWhatWasWrittenOver() {
        assertThat(PlainText.of("10 %\r50 %\rdone\r\nnext\r\n")).isEqualTo("done\nnext\n");
    }

    @Test
    void leavesPlainTextAlone() {
        String text = "a\tb\n[31m is no order\n";
        assertThat(PlainText.of(text)).isEqualTo(text);
    }
}
