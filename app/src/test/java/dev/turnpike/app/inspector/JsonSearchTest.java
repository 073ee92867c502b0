package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSearchTest {
    private static List<JsonRow> rows(String... bodies) {
        return List.of(bodies).stream()
                .map(body -> JsonRow.root(body.getBytes(StandardCharsets.UTF_8)).orElseThrow())
                .toList();
    }

    private static List<String> hits(String words, String... bodies) {
        return JsonSearch.in(rows(bodies), words, () -> true).hits().stream()
                .map(hit -> hit.root() + " " + hit.path().text() + " " + hit.offset())
                .toList();
    }

    @Test
    void findsNamesStringsNumbersAndWordsInTheirOrder() {
        assertThat(hits("1", "{\"a1\":[1,\"x1y1\",true],\"b\":{\"c\":21}}"))
                .containsExactly("0 a1 -1", "0 a1[0] -1", "0 a1[1] 1", "0 a1[1] 3", "0 b.c -1");
        assertThat(hits("TRUE", "[true]")).containsExactly("0 [0] -1");
    }

    @Test
    void looksThroughEveryEventOfAStream() {
        assertThat(hits("two", "{\"text\":\"one\"}", "{\"text\":\"Two\"}")).containsExactly("1 text 0");
    }

    @Test
    void takesWhatIsWrittenAsItIs() {
        assertThat(hits("a.b(", "[\"a.b(\",\"axb(\"]")).containsExactly("0 [0] 0");
        assertThat(hits("line\nend", "[\"a line\\nend\"]")).containsExactly("0 [0] 2");
    }

    @Test
    void stopsWhereThereIsTooMuch() {
        String many = "[\"" + "x".repeat(JsonSearch.MOST + 10) + "\"]";

        JsonSearch.Found found = JsonSearch.in(rows(many), "x", () -> true);

        assertThat(found.hits()).hasSize(JsonSearch.MOST);
        assertThat(found.more()).isTrue();
    }

    @Test
    void stopsWhenNobodyWaits() {
        assertThat(JsonSearch.in(rows("[\"x\",\"x\"]"), "x", () -> false).hits())
                .isEmpty();
    }

    @Test
    void marksWhatIsFoundInALine() {
        assertThat(MarkedText.of("one two one", JsonSearch.pattern("ONE"), true).pieces())
                .containsExactly(
                        new MarkedText.Piece("one", true),
                        new MarkedText.Piece(" two ", false),
                        new MarkedText.Piece("one", true));
        assertThat(MarkedText.of("x".repeat(200) + "one", JsonSearch.pattern("one"), true)
                        .pieces()
                        .getFirst()
                        .text())
                .as("so that it is in sight")
                .hasSize(31);
    }
}
