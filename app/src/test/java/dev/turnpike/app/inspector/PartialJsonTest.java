package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PartialJsonTest {
    private static final String WHOLE =
            "{\"file_path\": \"src/a\\tb.ts\", \"n\": [1, {\"a\": \"}\"}], \"old\": \"x\\n\\u00e9\\\"\", \"all\": true}";

    @Test
    void readsAWholeObject() {
        assertThat(PartialJson.fields(WHOLE))
                .containsExactly(
                        Map.entry("file_path", "src/a\tb.ts"),
                        Map.entry("n", "[1, {\"a\": \"}\"}]"),
                        Map.entry("old", "x\né\""),
                        Map.entry("all", "true"));
    }

    @Test
    void readsWhateverHasComeWithoutInventingAnything() {
        Map<String, String> whole = PartialJson.fields(WHOLE);
        for (int cut = 0; cut < WHOLE.length(); cut++) {
            assertThat(PartialJson.fields(WHOLE.substring(0, cut)))
                    .allSatisfy((name, value) -> assertThat(whole.get(name)).startsWith(value));
        }
    }

    @Test
    void decodesAsAnyOtherReaderDoes() {
        String text = "a\"b\\c\n\r\t\b\f\u0001é😀/";
        String json = JsonMapper.shared().writeValueAsString(Map.of("text", text));

        assertThat(PartialJson.fields(json)).containsExactly(Map.entry("text", text));
    }

    @Test
    void findsNothingInWhatIsNoObject() {
        for (String json : new String[] {"", " ", "[", "7", "\"x\"", "{", "{\"a", "{\"a\"", "{\"a\":", "{,}"}) {
            assertThat(PartialJson.fields(json)).isEmpty();
        }
    }
}
