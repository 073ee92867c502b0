package dev.turnpike.gateway.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.testing.HandClock;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How prompts are counted where no upstream does (rows 115 and 117).
class TokenCountsTest {
    private static final Served SERVED = new Served("up", "model");
    private static final Tokenizer TOKENIZER = new Tokenizer(new HandClock());

    private final TokenCounts counts = new TokenCounts(TOKENIZER);

    private static MessagesRequest request(String content) {
        return whole("\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]");
    }

    private static MessagesRequest whole(String fields) {
        return MessagesCodec.request(("{\"model\":\"m\"," + fields + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return RawJson.ofString(text).text();
    }

    private long count(String content) {
        return counts.count(SERVED, request(content));
    }

    /// Row 115: each of these is in the count, beside what an empty message has.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Hello world" | 2
            [{"type":"text","text":"Hello world"}] | 2
            [{"type":"thinking","thinking":"Hello world","signature":"c2lnbmF0dXJl"}] | 2
            [{"type":"redacted_thinking","data":"Hello world"}] | 0
            [{"type":"tool_use","id":"t","name":"Read","input":{"a":"Hello world"}}] | 7
            [{"type":"tool_result","tool_use_id":"t","content":"Hello world"}] | 2
            [{"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"Hello world"}]}] | 2
            [{"type":"document","source":{"type":"text","media_type":"text/plain","data":"Hello world"}}] | 2
            [{"type":"document","title":"Hello","source":{"type":"text","data":"Hello world"}}] | 3
            [{"type":"document","source":{"type":"url","url":"http://h/a.pdf"}}] | 2000
            [{"type":"document","source":{"type":"base64","media_type":"text/plain","data":"SGVsbG8gd29ybGQh"}}] | 3
            [{"type":"image","source":{"type":"url","url":"http://h/a.png"}}] | 1600
            [{"type":"image","source":{"type":"base64","media_type":"image/png","data":"@@@"}}] | 1600
            [{"type":"image"}] | 1600
            [{"type":"never_seen","content":["Hello",{"deep":[" world",1,null,true]}]}] | 4
            """)
    @Rows(115)
    void countsEveryKindOfBlock(String content, long tokens) {
        assertThat(count(content) - count("[]")).isEqualTo(tokens);
    }

    @Test
    @Rows(115)
    void countsSystemAndToolsAndAFewTokensForEachMessageAndTool() {
        long bare = counts.count(SERVED, whole("\"messages\":[{\"role\":\"user\",\"content\":\"\"}]"));
        assertThat(bare).isEqualTo(7);
        assertThat(counts.count(
                        SERVED,
                        whole("\"messages\":[{\"role\":\"user\",\"content\":\"\"}],\"system\":\"Hello world\"")))
                .isEqualTo(bare + 2);
        assertThat(counts.count(
                        SERVED,
                        whole("\"messages\":[{\"role\":\"user\",\"content\":\"\"}],\"tools\":[{\"name\":\"Read\","
                                + "\"description\":\"Hello world\",\"input_schema\":{\"type\":\"object\"}}]")))
                .isEqualTo(bare + 8 + 1 + 2 + 5);
    }

    @ParameterizedTest
    @CsvSource({"200, 200, 54", "1500, 750, 1500", "1568, 1568, 1600", "8000, 100, 41", "1, 1, 1"})
    void countsAnImageByItsSizeAfterItWasMadeSmaller(int width, int height, long tokens) {
        byte[] png = HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d49484452" + HexFormat.of().toHexDigits(width)
                        + HexFormat.of().toHexDigits(height) + "0802000000");
        String image = "[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\""
                + Base64.getEncoder().encodeToString(png) + "A".repeat(100_000) + "\"}}]";
        assertThat(count(image) - count("[]")).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({"100, 2000", "100000, 4000", "9000000, 200000"})
    void countsAPdfByItsSize(int bytes, long tokens) {
        String pdf =
                "[{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\""
                        + "A".repeat(bytes * 4 / 3) + "\"}}]";
        assertThat(count(pdf) - count("[]")).isEqualTo(tokens);
    }

    @Test
    void countsNoBase64AsText() {
        String hidden = "[{\"type\":\"web_search_tool_result\",\"content\":[{\"encrypted_content\":\""
                + "Ab1+".repeat(1000) + "\"}]}]";
        assertThat(count(hidden) - count("[]")).isLessThan(20);
    }

    /// Row 115: a count that was far off comes near once the upstream has told its own.
    @Test
    @Rows(115)
    void learnsWhatTheUpstreamMakesOfWordsAndOfTools() {
        String tools = ",\"tools\":[{\"name\":\"Read\",\"description\":\"" + "reads a file ".repeat(300) + "\"}]";
        MessagesRequest asked =
                whole("\"messages\":[{\"role\":\"user\",\"content\":\"" + "some words ".repeat(700) + "\"}]" + tools);
        for (int words = 100; words <= 1000; words += 100) {
            MessagesRequest seen = whole(
                    "\"messages\":[{\"role\":\"user\",\"content\":\"" + "some words ".repeat(words) + "\"}]" + tools);
            // twice as many tokens for words, tools are not shown to the model
            counts.learn(SERVED, seen, words * 4L);
        }
        assertThat(counts.count(SERVED, asked)).isBetween(2_380L, 3_220L);
        assertThat(counts.count(new Served("other", "model"), asked)).isBetween(2_300L, 2_400L);
    }

    @Test
    void learnsNothingFromRequestsWithImages() {
        MessagesRequest image = request("[{\"type\":\"text\",\"text\":\"hi\"},{\"type\":\"image\"}]");
        long before = count("\"Hello world\"");
        counts.learn(SERVED, image, 100_000);
        assertThat(count("\"Hello world\"")).isEqualTo(before);
    }

    @Test
    void keepsALittleOfARequestOnlyUntilItIsCounted() {
        counts.learn(SERVED, request(quoted("word ".repeat(100_000))), 200_000);
        long near = count(quoted("other words ".repeat(40_000)));
        assertThat(near).isBetween(150_000L, 170_000L);
        assertThat(count(quoted("other words ".repeat(40_000)))).isEqualTo(near);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "some words ", "中", "\n"})
    void countsTenMegabytesBySlices(String unit) {
        long megabyte = count(quoted(unit.repeat(1_000_000 / unit.length())));
        assertThat(count(quoted(unit.repeat(10_000_000 / unit.length()))))
                .isBetween((long) (megabyte * 9.5), (long) (megabyte * 10.5));
    }

    /// Row 117: four bytes a token until the upstream has told, then what it told of requests of that size.
    @Test
    @Rows(117)
    void estimatesByBytes() {
        assertThat(counts.estimate(SERVED, 4000, 0)).isEqualTo(1000);
        assertThat(counts.estimate(SERVED, 4000, 2)).isEqualTo(1000 + 3200);
        counts.reported(SERVED, 4000, 2000);
        counts.reported(SERVED, 400_000, 50_000);
        assertThat(counts.estimate(SERVED, 4000, 0)).isBetween(1900L, 2000L);
        assertThat(counts.estimate(SERVED, 400_000, 0)).isBetween(50_000L, 55_000L);
        assertThat(counts.estimate(new Served("up", "other"), 4000, 0)).isEqualTo(1000);
    }

    @Test
    void loadsNothingToEstimateAndToLearn() {
        Tokenizer fresh = new Tokenizer(new HandClock());
        TokenCounts without = new TokenCounts(fresh);
        without.reported(SERVED, 4000, 2000);
        without.learn(SERVED, request("\"Hello world\""), 100);
        without.estimate(SERVED, 4000, 0);
        assertThat(fresh.isLoaded()).isFalse();
    }

    @Test
    void looksAtTheFirstRequestsAndThenNowAndThen() {
        HandClock clock = new HandClock();
        TokenCounts curious = new TokenCounts(new Tokenizer(clock));
        assertThat(looksAt(curious, 92)).isEqualTo(12);
        clock.forward(Duration.ofSeconds(9));
        assertThat(looksAt(curious, 10)).isZero();
        clock.forward(Duration.ofSeconds(1));
        assertThat(looksAt(curious, 10)).isEqualTo(1);
    }

    /// How many of so many requests are looked at.
    private static int looksAt(TokenCounts curious, int requests) {
        int looked = 0;
        for (int i = 0; i < requests; i++) {
            if (curious.isCurious(SERVED)) {
                looked++;
                curious.learn(SERVED, request("\"hi\""), 10);
            }
        }
        return looked;
    }

    @Property(tries = 200)
    void keepsEstimatesWithinBounds(
            @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 10_000_000) Long> reported,
            @ForAll @IntRange(min = 1, max = 5_000_000) int bytes) {
        TokenCounts fresh = new TokenCounts(TOKENIZER);
        reported.forEach(tokens -> fresh.reported(SERVED, Math.max(1, tokens / 3), tokens));
        assertThat(fresh.estimate(SERVED, bytes, 0))
                .isBetween(Math.max(1, (long) (bytes / 16.0) - 1), Math.max(1, bytes + 1L));
    }
}
