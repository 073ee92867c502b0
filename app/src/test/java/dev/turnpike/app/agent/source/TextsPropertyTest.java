package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnpike.app.platform.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/// Texts of other programs, whatever is in them.
class TextsPropertyTest {
    @Property(tries = 300)
    void aQuotedWordMeansItself(@ForAll String value) {
        assertThat(Quoting.firstWord(ShellWord.quoted(value) + " rest")).isEqualTo(value);
    }

    @Property(tries = 300)
    void readsBackWhatIsExportedInQuotes(@ForAll("plain") String value, @ForAll("blanks") String before) {
        String text = before + "export A=1 X='" + value + "' # note\n";
        assertThat(EnvironmentText.exports(text))
                .extracting(Assignment::name, Assignment::value)
                .containsExactly(tuple("A", "1"), tuple("X", value));
    }

    @Property(tries = 150)
    void toleratesAnyText(@ForAll("hostile") String text) {
        EnvironmentText.exports(text);
        EnvironmentText.quoted(text);
        EnvironmentText.pamEnvironment(text);
        EnvironmentText.pamConfiguration(text);
        MiseText.environment(text);
        EditorXml.of(text, false);
        Leaves.lenient(text);
        assertThat(Leaves.strict(text)).isNotNull();
    }

    @Example
    void readsNoMoreValuesThanSettingsHave() {
        String json = IntStream.range(0, 210_000).mapToObj(i -> "\"a\":1").collect(Collectors.joining(",", "{", "}"));
        assertThat(Leaves.strict(json)).isInstanceOf(Leaves.Broken.class);
        assertThat(Leaves.lenient("{\"a\":".repeat(200))).isInstanceOf(Leaves.Broken.class);
    }

    @Example
    void takesTheLastOfEqualNamesWithAllThatItHolds() {
        assertThat(Leaves.strict("{\"a\":{\"b\":1,\"c\":2},\n\"d\":3,\n\"a\":{\"c\":4}}"))
                .isInstanceOfSatisfying(
                        Leaves.Read.class,
                        read -> assertThat(read.all())
                                .extracting(Object::toString)
                                .containsExactly("Leaf[a/c, line 3]", "Leaf[d, line 2]"));
    }

    @Example
    void readsTheValueOfAMiseTable() {
        assertThat(MiseText.environment("[env]\nANTHROPIC_MODEL = { redact = true, value = \"glm}\", x = 1 }\n"))
                .extracting(Assignment::name, Assignment::value)
                .containsExactly(tuple("ANTHROPIC_MODEL", "glm}"));
    }

    @Property(tries = 200)
    void findsEveryValueOfAJsonTextOnItsLine(@ForAll("values") Map<String, String> values) {
        Map<String, String> sorted = new TreeMap<>(values);
        String json = sorted.entrySet().stream()
                .map(e -> JsonMapper.shared().writeValueAsString(e.getKey()) + ":\n"
                        + JsonMapper.shared().writeValueAsString(e.getValue()))
                .collect(Collectors.joining(",\n\n", "{", "}"));
        assertThat(Leaves.strict(json)).isInstanceOfSatisfying(Leaves.Read.class, read -> {
            assertThat(read.all()).extracting(Leaf::name).containsExactlyElementsOf(sorted.keySet());
            assertThat(read.all()).extracting(Leaf::text).containsExactlyElementsOf(sorted.values());
            for (int i = 0; i < read.all().size(); i++) {
                assertThat(read.all().get(i).line()).isEqualTo(1 + 3 * i);
            }
        });
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("abc =\"$\\#;&|() é").ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of("", "  ", "\t", "x; ", "if y; then ", "a && ");
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> word = Arbitraries.of(List.of(
                "export ",
                "A=",
                "\"",
                "'",
                "\\",
                "$(",
                "`",
                "\n",
                "[env]",
                "{",
                "}",
                "value=",
                "#",
                "\0",
                "<a ",
                "DEFAULT=",
                "=",
                " ",
                "é",
                "//",
                "/*"));
        Arbitrary<String> many = Combinators.combine(
                        word, Arbitraries.integers().between(1, 10_000))
                .as((text, times) -> text.repeat(times));
        return Arbitraries.oneOf(word, many).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Map<String, String>> values() {
        return Arbitraries.maps(
                        Arbitraries.strings().ofMaxLength(8),
                        Arbitraries.strings().ofMaxLength(20))
                .ofMaxSize(6);
    }
}
