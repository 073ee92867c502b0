package dev.turnpike.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSkipTest {
    @Provide
    Arbitrary<String> values() {
        return RandomJson.values();
    }

    @Property(tries = 2000)
    void findsTheEndOfEveryValue(@ForAll("values") String value) {
        byte[] bytes = (value + ",").getBytes(StandardCharsets.UTF_8);
        assertThat(skip(bytes)).isEqualTo(bytes.length - 1);
    }

    @Property(tries = 5000)
    void isSureOfNothingThatAParserRefuses(@ForAll("values") String value, @ForAll int seed) {
        Random random = new Random(seed);
        byte[] bytes = ("[" + value + "]").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int end = skip(bytes);
        if (end == bytes.length) {
            assertThat(refusal(bytes)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-",
                "1.",
                "1e",
                ".5",
                "+1",
                "tru",
                "nul",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "{\"a\"}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{a:1}",
                "'a'",
                "",
                " "
            })
    void isSureOfNothingThatIsNoJson(String text) {
        assertThat(skip(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(JsonSkip.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 c3 28 22",
                "22 e0 80 80 22",
                "22 ed a0 80 22",
                "22 f4 90 80 80 22",
                "22 c0 af 22",
                "22 80 22",
                "22 f0 9f 98 22",
                "22 ff 22"
            })
    void isSureOfNothingThatIsNotUtf8(String hex) {
        byte[] bytes = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThat(skip(bytes)).isEqualTo(JsonSkip.UNSURE);
    }

    @Test
    void leavesDeepNestingToTheParser() {
        assertThat(skip("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).isEqualTo(JsonSkip.UNSURE);
    }

    private static int skip(byte[] bytes) {
        return new JsonSkip(bytes, bytes.length).value(0);
    }

    private static String refusal(byte[] bytes) {
        try (JsonCursor in = JsonCursor.over(bytes)) {
            in.skip();
            in.end();
            return "";
        } catch (InvalidJson e) {
            return String.valueOf(e.getMessage());
        }
    }
}
