package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.testing.RandomJson;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class FoldedJsonTest {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void foldsLongTextsAndPutsThemBack() throws FoldedJson.InvalidText {
        String longOne = "word ".repeat(200);
        FoldedJson folded = of("{\"a\":\"" + longOne + "\",\"b\":[\"short\",\"" + longOne + "x\"],\"n\":1.50e3}");
        assertThat(folded.text())
                .contains("\"a\" : \"«text 1, 1.0 kB»\"", "\"short\"", "«text 2, 1.0 kB»", "1.50E+3")
                .doesNotContain("word word");

        String edited = folded.text().replace("«text 1, 1.0 kB»", "before «text 2, 1.0 kB» after");
        assertThat(text(folded.bytes(edited)))
                .startsWith("{\"a\":\"before word word")
                .contains("x after\"");
    }

    /// Whatever JSON it is, what was not edited is what it was.
    @Property(tries = 300)
    void changesNothingThatWasNotEdited(@ForAll("json") String json) throws FoldedJson.InvalidText {
        FoldedJson folded = of(json);

        assertThat(EXACT.readTree(folded.bytes(folded.text()))).isEqualTo(EXACT.readTree(json));
    }

    @Provide
    Arbitrary<String> json() {
        return RandomJson.values().map(json -> "{\"value\":" + json + "}");
    }

    @Test
    void takesNoTextForAMarkThatIsNone() throws FoldedJson.InvalidText {
        String like = "{\"a\":\"«text 1, 9 B»\"}";
        FoldedJson folded = of(like);

        assertThat(text(folded.bytes(folded.text()))).isEqualTo(like);
    }

    @Test
    void writesOutTheTextAtTheCursor() throws FoldedJson.InvalidText {
        FoldedJson folded = of("{\"a\":\"" + "line\\n".repeat(200) + "\"}");
        int caret = folded.text().indexOf("text 1");
        String whole = folded.writtenOut(folded.text(), caret);

        assertThat(whole).contains("line\\nline\\n").doesNotContain("«");
        assertThat(folded.writtenOut(folded.text(), 0)).isEqualTo(folded.text());
        assertThat(EXACT.readTree(folded.bytes(whole))).isEqualTo(EXACT.readTree(folded.bytes(folded.text())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":}|Line 1, column 6",
                "{\"a\":1} 2|Line 1, column",
                "{\"a\":1|Line 1, column",
                "|Line 1, column 1",
                "{\"a\":\"«text 7, 9 B»\"}|«text 7, 9 B» stands for no text of this request."
            })
    void saysWhatIsWrongWhere(String edited, String sentence) {
        FoldedJson folded = of("{\"a\":1}");

        assertThatThrownBy(() -> folded.bytes(edited == null ? "" : edited))
                .isInstanceOf(FoldedJson.InvalidText.class)
                .hasMessageStartingWith(sentence);
    }

    private static FoldedJson of(String json) {
        return FoldedJson.of(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
