package dev.turnpike.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.shell.CommandMatch.Rank;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CommandMatchTest {
    private static Optional<Rank> rank(String typed, String title) {
        return CommandMatch.find(typed, title, "").map(CommandMatch::rank);
    }

    /// The title with its matched letters in brackets.
    private static String marked(String typed, String title, String second) {
        CommandMatch match = CommandMatch.find(typed, title, second).orElseThrow();
        return brackets(title, match.title()) + "|" + brackets(second, match.second());
    }

    private static String brackets(String text, List<Span> spans) {
        return Span.pieces(text, spans).stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void tellsHowWellItFits() {
        assertThat(rank("use", "Use OpenRouter")).contains(Rank.START);
        assertThat(rank("gate", "Copy gateway URL")).contains(Rank.WORD);
        assertThat(rank("router", "Use OpenRouter")).contains(Rank.WORD);
        assertThat(rank("use", "Pause recording")).contains(Rank.INSIDE);
        assertThat(rank("use", "Usage")).contains(Rank.SCATTERED);
        assertThat(rank("cgu", "Copy gateway URL")).contains(Rank.SCATTERED);
        assertThat(rank("usex", "Usage")).isEmpty();
    }

    @Test
    void marksTheLettersThatMatch() {
        assertThat(marked("use", "Use OpenRouter", "")).isEqualTo("[Use] OpenRouter|");
        assertThat(marked("use", "Usage", "")).isEqualTo("[Us]ag[e]|");
        assertThat(marked("use", "Pause recording", "")).isEqualTo("Pa[use] recording|");
        assertThat(marked("use", "~/work/shop", "4f2a, uses opus")).isEqualTo("~/work/shop|4f2a, [use]s opus");
    }

    @Test
    void prefersTheBeginningOfAWord() {
        assertThat(marked("ra", "Trace raw", "")).isEqualTo("Trace [ra]w|");
    }

    @Test
    void prefersLettersThatStandTogether() {
        assertThat(marked("tokens", "Two open keys, nine stages", "1.24 M tokens today"))
                .isEqualTo("Two open keys, nine stages|1.24 M [tokens] today");
    }

    @Test
    void ignoresCaseAndAccentsAndSpacesAround() {
        assertThat(marked("  ETE ", "Été à Nîmes", "")).isEqualTo("[Été] à Nîmes|");
        assertThat(marked("nimes", "Été à Ni\u0302mes", "")).isEqualTo("Été à [Ni\u0302mes]|");
        assertThat(marked("é", "Usage", "")).isEqualTo("Usag[e]|");
    }

    @Test
    void matchesEverythingWhereNothingIsTyped() {
        assertThat(CommandMatch.find(" ", "Usage", "today")).isPresent();
        assertThat(marked("", "Usage", "today")).isEqualTo("Usage|today");
    }

    @Property
    void findsSomeLettersOfATitleInTheirOrder(@ForAll("titles") String title, @ForAll int picks) {
        String typed = IntStream.range(0, title.length())
                .filter(i -> (picks >> i % Integer.SIZE & 1) == 1)
                .mapToObj(i -> title.substring(i, i + 1))
                .collect(Collectors.joining());
        CommandMatch match = CommandMatch.find(typed, title, "").orElseThrow();
        String found = match.title().stream()
                .map(span -> title.substring(span.from(), span.to()))
                .collect(Collectors.joining());
        assertThat(found.replace(" ", "")).isEqualToIgnoringCase(typed.replace(" ", ""));
        for (int i = 1; i < match.title().size(); i++) {
            assertThat(match.title().get(i).from())
                    .as("one after the other, with something between")
                    .isGreaterThan(match.title().get(i - 1).to());
        }
    }

    @Property
    void neverCaresForCase(@ForAll("titles") String title, @ForAll("titles") String typed) {
        assertThat(CommandMatch.find(typed.toUpperCase(Locale.ROOT), title, ""))
                .isEqualTo(CommandMatch.find(typed.toLowerCase(Locale.ROOT), title, ""));
    }

    @Property
    void losesNoTextWhenItIsCutIntoPieces(@ForAll("titles") String title, @ForAll("titles") String typed) {
        CommandMatch.find(typed, title, "")
                .ifPresent(match -> assertThat(Span.pieces(title, match.title()).stream()
                                .map(Span.Piece::text)
                                .collect(Collectors.joining()))
                        .isEqualTo(title));
    }

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.strings().withChars("abcABC éÉ/.").ofMaxLength(20);
    }
}
