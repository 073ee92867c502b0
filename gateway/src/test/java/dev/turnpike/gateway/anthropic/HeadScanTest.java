package dev.turnpike.gateway.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.RandomJson;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The quick look at a request never tells anything else than the thorough one.
class HeadScanTest {
    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> names = Arbitraries.of(
                "\"model\"", "\"stream\"", "\"messages\"", "\"mod\\u0065l\"", "\"x\"", "\"system\"", "\"model\"");
        Arbitrary<String> values = Arbitraries.oneOf(
                RandomJson.values(), Arbitraries.of("true", "false", "[]", "\"m/1\"", "\"\"", "null"));
        return Combinators.combine(names, values, RandomJson.spaces())
                .as((name, value, space) -> space + name + space + ":" + space + value + space)
                .list()
                .ofMaxSize(6)
                .map(fields -> "{" + String.join(",", fields) + "}");
    }

    @Property(tries = 3000)
    void tellsWhatTheThoroughOneTells(@ForAll("bodies") String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        RequestHead quick = HeadScan.of(body);
        if (quick != null) {
            assertThat(quick).isEqualTo(new HeadReader().read(body));
        }
    }

    @Test
    void isEnoughForWhatClaudeCodeSends() {
        byte[] body =
                "{\"model\":\"claude-opus-5-5\",\"messages\":[{\"role\":\"user\",\"content\":\"é\\n\"}],\"stream\":true}\n"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(HeadScan.of(body)).isEqualTo(new RequestHead("claude-opus-5-5", 9, 26, true));
    }
}
