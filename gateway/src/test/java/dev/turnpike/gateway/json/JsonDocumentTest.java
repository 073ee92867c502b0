package dev.turnpike.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonDocumentTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Provide
    Arbitrary<WrittenJson> written() {
        return WrittenJson.any();
    }

    @Property(tries = 1000)
    void readsWhatAnotherParserReads(@ForAll("written") WrittenJson json) {
        JsonDocument document = JsonDocument.of(json.text());

        assertThat(document.text()).isEqualTo(json.text());
        assertThat(document.names("")).containsExactlyElementsOf(json.tree().keySet());
        json.tree().forEach((name, value) -> {
            String place = new JsonPointer(List.of(name)).toString();
            assertThat(MAPPER.readValue(document.raw(place).orElseThrow(), Object.class))
                    .isEqualTo(value);
        });
    }

    @Property(tries = 1000)
    void aNewMemberChangesNothingElseAndGoesWithoutATrace(@ForAll("written") WrittenJson json) {
        JsonDocument before = JsonDocument.of(json.text());

        JsonDocument with = before.with("/new", "{\"x\":[1,{\"y\":null}]}");

        Map<String, Object> expected = new LinkedHashMap<>(json.tree());
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("y", null);
        expected.put("new", Map.of("x", List.of(1, inner)));
        assertThat(tree(with)).isEqualTo(expected);
        assertThat(with.without("/new").text()).isEqualTo(json.text());
    }

    @Property(tries = 1000)
    void everyByteOutsideAReplacedValueStays(@ForAll("written") WrittenJson json, @ForAll int pick) {
        JsonDocument before = JsonDocument.of(json.text());
        List<String> places = places("", json.tree());
        Assume.that(!places.isEmpty());
        String place = places.get(Math.floorMod(pick, places.size()));
        String old = before.raw(place).orElseThrow();

        JsonDocument after = before.with(place, "\"changed\"");

        int same = commonPrefix(before.text(), after.text());
        int tail = commonPrefix(reversed(before.text()), reversed(after.text()));
        assertThat(before.text().length() - same - tail).isLessThanOrEqualTo(old.length());
        assertThat(after.string(place)).contains("changed");
        assertThat(after.with(place, "0").text())
                .isEqualTo(before.with(place, "0").text());
    }

    @Property(tries = 1000)
    void whatIsTakenAwayIsTheOnlyThingThatIsMissing(@ForAll("written") WrittenJson json, @ForAll int pick) {
        Assume.that(!json.tree().isEmpty());
        List<String> names = new ArrayList<>(json.tree().keySet());
        String name = names.get(Math.floorMod(pick, names.size()));

        JsonDocument after = JsonDocument.of(json.text()).without(new JsonPointer(List.of(name)).toString());

        Map<String, Object> expected = new LinkedHashMap<>(json.tree());
        expected.remove(name);
        assertThat(tree(after)).isEqualTo(expected);
        assertThat(after.text().lines().map(String::strip))
                .as("no empty line is left")
                .filteredOn(String::isEmpty)
                .hasSizeLessThanOrEqualTo((int) json.text()
                        .lines()
                        .map(String::strip)
                        .filter(String::isEmpty)
                        .count());
    }

    @Property(tries = 1000)
    void elementsMoveWithTheirBytes(@ForAll("written") WrittenJson json) {
        JsonDocument before = JsonDocument.of(json.text())
                .with("/list", "[]")
                .with("/list/-", "{\"a\":1}")
                .with("/list/-", "2")
                .with("/list/2", "\"three\"");

        JsonDocument moved = before.moved("/list", 0, 2);

        assertThat(MAPPER.readValue(moved.raw("/list").orElseThrow(), Object.class))
                .isEqualTo(List.of(2, "three", Map.of("a", 1)));
        assertThat(moved.raw("/list/2")).isEqualTo(before.raw("/list/0"));
        assertThat(moved.moved("/list", 2, 0).text()).isEqualTo(before.text());
    }

    @Test
    void looksAsIfTheOwnerHadWrittenIt() {
        String file =
                "{\n    \"model\": \"opus\",\n    \"env\": {\n        \"A\": \"1\"\n    },\n    \"hooks\": {}\n}\n";

        assertThat(JsonDocument.of(file).with("/env/B", "\"2\"").text())
                .isEqualTo(file.replace("\"1\"\n", "\"1\",\n        \"B\": \"2\"\n"));
        assertThat(JsonDocument.of(file).with("/hooks/x", "{\"y\":[{\"z\":1}]}").text())
                .endsWith("""
                    },
                    "hooks": {
                        "x": {
                            "y": [
                                {
                                    "z": 1
                                }
                            ]
                        }
                    }
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                       | {¶  "env": {¶    "A": "1"¶  }¶}
                    {"a":1}                  | {"a":1,"env":{"A":"1"}}
                    {"a": 1, "b": 2}         | {"a": 1, "b": 2, "env": {"A": "1"}}
                    {"env":{"B":"2"}}        | {"env":{"B":"2","A":"1"}}
                    {¶"env":{"B":"2"}¶}      | {¶"env":{"B":"2","A":"1"}¶}
                    {¶  "env": {}¶}¶         | {¶  "env": {¶    "A": "1"¶  }¶}¶
                    """)
    void keepsTheLayoutThatIsThere(String before, String after) {
        String text = before.strip().replace('¶', '\n');

        assertThat(JsonDocument.of(text).with("/env/A", "\"1\"").text())
                .isEqualTo(after.strip().replace('¶', '\n'));
    }

    @Test
    void aBlankTextCountsAsAnEmptyObject() {
        assertThat(JsonDocument.of("").text()).isEmpty();
        assertThat(JsonDocument.of(" \n").with("/a", "1").text()).isEqualTo("{\n  \"a\": 1\n}\n");
        assertThat(JsonDocument.of("\uFEFF\r\n").with("/a", "1").text()).isEqualTo("\uFEFF{\r\n  \"a\": 1\r\n}\r\n");
        assertThat(JsonDocument.of("").raw("")).contains("{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {¶  // mine¶  "a": 1¶}     | a comment, which JSON does not allow at line 2, column 3
                    {"a": 1 /* one */}         | a comment, which JSON does not allow at line 1, column 9
                    {"a": 1,¶ "b": 2,¶ "a": 3} | "a" stands there twice at line 3, column 2
                    {"e": {"a": 1, "\\u0061": 2}} | "a" stands there twice at line 1, column 16
                    {"a": 1,¶}                 | there is a comma too much at line 1, column 8
                    {"a": 1 "b": 2}            | a comma is missing at line 1, column 9
                    {"a" 1}                    | a colon is missing at line 1, column 6
                    {a: 1}                     | a quoted name is missing at line 1, column 2
                    {"a": "x                   | a string has no end at line 1, column 7
                    {"a": "\\x"}                | a backslash begins no escape at line 1, column 8
                    {"a": 01}                  | a value is missing at line 1, column 7
                    {"a": nul}                 | a value is missing at line 1, column 7
                    {"a": 1} {                 | something follows the end of the value at line 1, column 10
                    {"a": [1, 2                | the text ends too early at line 1, column 12
                    """)
    void refusesWhatIsNotJsonWithItsPlace(String text, String complaint) {
        assertThatThrownBy(() -> JsonDocument.of(text.replace('¶', '\n')))
                .isInstanceOf(InvalidJson.class)
                .hasMessage(complaint);
    }

    @Test
    void refusesBytesThatAreNoTextAndDepthThatNobodyMeans() {
        assertThatThrownBy(() -> JsonDocument.of(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .hasMessage("it is not UTF-8");
        assertThatThrownBy(() -> JsonDocument.of("[".repeat(5000))).hasMessageContaining("nested too deeply");
    }

    @Test
    void saysWhereSomethingStandsInTheWay() {
        JsonDocument document = JsonDocument.of("{\n  \"env\": \"none\"\n}");

        assertThatThrownBy(() -> document.with("/env/A", "1"))
                .isInstanceOf(InvalidJson.class)
                .hasMessage("what stands there is no object at line 2, column 10");
        assertThat(document.has("/env/A")).isFalse();
        assertThat(document.without("/env/A").text()).isEqualTo(document.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\"\\\n\t\u0001", "é😀"})
    void quotesWhatItReadsBack(String string) {
        assertThat(JsonDocument.of("{}").with("/a", JsonDocument.quoted(string)).string("/a"))
                .contains(string);
    }

    private static Object tree(JsonDocument document) {
        return MAPPER.readValue(document.raw("").orElseThrow(), Object.class);
    }

    private static List<String> places(String prefix, Object tree) {
        List<String> places = new ArrayList<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                String place = prefix + new JsonPointer(List.of((String) name));
                places.add(place);
                places.addAll(places(place, value));
            });
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(prefix + "/" + i);
                places.addAll(places(prefix + "/" + i, list.get(i)));
            }
        }
        return places;
    }

    private static int commonPrefix(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
