package dev.turnpike.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.testing.RandomJson;
import dev.turnpike.testing.Rows;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RawJsonTest {
    @Provide
    Arbitrary<String> values() {
        return RandomJson.values();
    }

    @Provide
    Arbitrary<String> spaces() {
        return RandomJson.spaces();
    }

    @Provide
    Arbitrary<String> before() {
        return Arbitraries.of("", "\"é€😀\":1,", "\"a\":{\"b\":[1,\"\\u00e9\"]},");
    }

    @Property(tries = 1000)
    void isTheValueByteForByte(
            @ForAll("values") String value, @ForAll("spaces") String space, @ForAll("before") String before) {
        String document = space + "{" + before + "\"x\":" + space + value + space + ",\"y\":true}" + space;
        RawJson found = RawJson.EMPTY_OBJECT;
        boolean after = false;
        try (JsonCursor in = JsonCursor.over(document.getBytes(StandardCharsets.UTF_8))) {
            in.enterObject();
            while (in.field()) {
                switch (in.name()) {
                    case "x" -> found = in.raw();
                    case "y" -> after = in.truth();
                    default -> in.skip();
                }
            }
            in.end();
        }
        assertThat(found.text()).isEqualTo(value);
        assertThat(after).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object()
                    .field("a", found)
                    .name("b")
                    .array()
                    .raw(found)
                    .raw(found)
                    .endArray()
                    .endObject();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":" + value + ",\"b\":[" + value + "," + value + "]}");
    }

    @Test
    void isLaidOutInLines() {
        assertThat(RawJson.of("{ \"a\":[1,2],\"b\":{\"c\":\"\\n\"},\"d\":{}}").pretty())
                .isEqualTo("{\n  \"a\": [1, 2],\n  \"b\": {\n    \"c\": \"\\n\"\n  },\n  \"d\": {}\n}");
        assertThat(RawJson.of("{\"a\":1,\"a\":2}").pretty()).isEqualTo("{\"a\":1,\"a\":2}");
    }

    @Test
    void slicesOfSlicesHaveTheRightOffsets() {
        byte[] document = "[\"é\", {\"a\": {\"b\" : [1, 2]}}]".getBytes(StandardCharsets.UTF_8);
        try (JsonCursor in = JsonCursor.over(document)) {
            in.enterArray();
            in.element();
            in.element();
            RawJson outer = in.raw();
            try (JsonCursor inner = JsonCursor.over(outer)) {
                inner.enterObject();
                inner.field();
                assertThat(inner.raw().text()).isEqualTo("{\"b\" : [1, 2]}");
            }
        }
    }

    @Test
    void tellsAnObjectFromAnythingElse() {
        assertThat(RawJson.object("{\"a\":1}").orElseThrow().text()).isEqualTo("{\"a\":1}");
        assertThat(RawJson.object("{\"a\":1")).isEmpty();
        assertThat(RawJson.object("[1]")).isEmpty();
        assertThat(RawJson.object("")).isEmpty();
    }

    @Test
    void readsLongStringsAndDeepNesting() {
        String document = "{\"s\":\"" + "x".repeat(20 << 20) + "\",\"d\":" + "[".repeat(900) + "]".repeat(900) + "}";
        try (JsonCursor in = JsonCursor.over(document.getBytes(StandardCharsets.UTF_8))) {
            in.enterObject();
            in.field();
            assertThat(in.string()).hasSize(20 << 20);
            in.field();
            in.skip();
            assertThat(in.field()).isFalse();
        }
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> JsonCursor.over("{}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(InvalidJson.class)
                .hasMessage("it is not UTF-8");
    }

    @Test
    void writesHalfASurrogatePairAsReplacement() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.string("a\uD83D😀\uDE00b");
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\"a\uFFFD😀\uFFFDb\"");
    }

    @Test
    void showsTheBytesOfWhatAStringSays() {
        assertThat(StandardCharsets.UTF_8
                        .decode(RawJson.of("\"ab/ä\"").content())
                        .toString())
                .isEqualTo("ab/ä");
        assertThat(StandardCharsets.UTF_8
                        .decode(RawJson.of("\"a\\/\\u0062\"").content())
                        .toString())
                .isEqualTo("a/b");
        assertThat(RawJson.EMPTY_STRING.content().remaining()).isZero();
    }

    /// Row 14.
    @Test
    @Rows(14)
    void mendsWhatModelsWriteNearlyRight() {
        assertThat(MendedJson.object("{'a': 1, b: \"x\ny\",}").orElseThrow().text())
                .isEqualTo("{\"a\":1,\"b\":\"x\\ny\"}");
        assertThat(MendedJson.object("{\"a\":1} {\"b\":2}")).isEmpty();
        assertThat(MendedJson.object("{\"a\":")).isEmpty();
        assertThat(MendedJson.object("[1,]")).isEmpty();
        assertThat(MendedJson.object("{\"a\":9e400199254740993,}")).isEmpty();
    }
}
