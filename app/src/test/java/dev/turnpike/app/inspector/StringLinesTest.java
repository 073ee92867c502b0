package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StringLinesTest {
    private static List<String> lines(String text, int columns) {
        return new StringLines(text, columns)
                .next(100).stream().map(StringLines.Line::text).toList();
    }

    @Test
    void keepsTheLinesOfAText() {
        assertThat(lines("one\n\ttwo\r\n\nthree\n", 20)).containsExactly("one", "    two", "", "three");
    }

    @Test
    void cutsBehindASpaceOrWhereTheLineIsFull() {
        assertThat(lines("the quick brown fox", 10)).containsExactly("the quick ", "brown fox");
        assertThat(lines("0123456789abc", 5)).containsExactly("01234", "56789", "abc");
        assertThat(lines("01234\nab", 5)).containsExactly("01234", "ab");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(lines("ab😀😀", 3)).containsExactly("ab", "😀", "😀");
    }

    @Test
    void givesAsManyAtATimeAsAreWantedAndSaysWhereTheyBegin() {
        StringLines cut = new StringLines("a\nb\nc\nd", 10);

        assertThat(cut.next(3)).extracting(StringLines.Line::start).containsExactly(0, 2, 4);
        assertThat(cut.isOver()).isFalse();
        assertThat(cut.left()).isEqualTo(1);
        assertThat(cut.next(3)).extracting(StringLines.Line::text).containsExactly("d");
        assertThat(cut.isOver()).isTrue();
    }
}
