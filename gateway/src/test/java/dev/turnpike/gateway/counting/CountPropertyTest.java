package dev.turnpike.gateway.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.testing.HandClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CountPropertyTest {
    private static final Tokenizer TOKENIZER = new Tokenizer(new HandClock());

    @Property(tries = 300)
    void growsWithEveryBlockAndIsNeverNothing(
            @ForAll @Size(max = 6) List<String> texts,
            @ForAll String more,
            @ForAll @IntRange(max = 100_000) int reported) {
        TokenCounts counts = new TokenCounts(TOKENIZER);
        // one lesson is the same ratio for everything
        counts.learn(Served.NOBODY, MessagesCodec.request(body(List.of("a lesson of some words"))), reported);
        long before = counts.count(Served.NOBODY, MessagesCodec.request(body(texts)));
        List<String> longer = new ArrayList<>(texts);
        longer.add(more);
        assertThat(before).isPositive();
        assertThat(counts.count(Served.NOBODY, MessagesCodec.request(body(longer))))
                .isGreaterThanOrEqualTo(before);
    }

    @Property(tries = 100)
    void tellsFromSlicesWhatTheWholeHas(@ForAll("units") @Size(min = 1, max = 30) List<String> texts) {
        long whole = texts.stream().mapToLong(TOKENIZER::count).sum();
        Slices slices = Slices.of(texts, 40, 256);
        assertThat(slices.length())
                .isEqualTo(texts.stream().mapToLong(String::length).sum());
        assertThat(slices.some().length()).isLessThanOrEqualTo(40 * 276);
        assertThat(slices.tokens(TOKENIZER)).isBetween((long) (whole * 0.8), (long) (whole * 1.25));
    }

    @Provide
    Arbitrary<List<String>> units() {
        Arbitrary<String> unit = Arbitraries.of(
                "some plain words, as people write them. ",
                "    int code = call(1, \"x\");\n",
                "你好,世界。",
                "Grüße aus Köln. ");
        return Combinators.combine(unit, Arbitraries.integers().between(50, 2000))
                .as(String::repeat)
                .list();
    }

    private static byte[] body(List<String> texts) {
        StringBuilder blocks = new StringBuilder();
        for (String text : texts) {
            blocks.append(blocks.isEmpty() ? "" : ",").append("{\"type\":\"text\",\"text\":");
            blocks.append(RawJson.ofString(text).text()).append('}');
        }
        return ("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[" + blocks + "]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
