package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MaskedStreamTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SECRET = Pattern.compile("sk-[a-z0-9]{6,}");
    private static final Masking MASKING =
            new Masking(text -> SECRET.matcher(text).replaceAll("sk-•"));

    @Test
    void leavesAStreamWithoutSecretsAsItIs() {
        String stream =
                ": waiting\r\n\r\nevent: a\r\ndata: { \"x\" : \"\\u0041\" }\r\n\r\ndata:[DONE]\n\nid: 7\ndata: {\"cut";

        assertThat(MaskedStream.of(stream, MASKING)).isEqualTo(stream);
    }

    @Test
    void findsASecretThatComesInPieces() {
        String stream =
                delta(0, "my key sk-ab") + delta(1, "other") + delta(0, "cd") + delta(0, "ef, nice") + delta(0, "!");

        assertThat(MaskedStream.of(stream, MASKING))
                .isEqualTo(delta(0, "my key sk-•")
                        + delta(1, "other")
                        + delta(0, "")
                        + delta(0, ", nice")
                        + delta(0, "!"));
    }

    @Test
    void findsASecretInTheArgumentsOfACall() {
        String stream = input("{\"key\":\"s") + input("k-abcdef") + input("gh\",\"b\":\"x\\ny\"}");

        assertThat(MaskedStream.of(stream, MASKING))
                .isEqualTo(input("{\"key\":\"s") + input("k-•") + input("\",\"b\":\"x\\ny\"}"));
    }

    @Test
    void findsASecretOfTheOtherDialect() {
        String stream = chunk(0, "sk-ab") + chunk(1, "no") + chunk(0, "cdef") + "data: [DONE]\n\n";

        assertThat(MaskedStream.of(stream, MASKING))
                .isEqualTo(chunk(0, "sk-•") + chunk(1, "no") + chunk(0, "") + "data: [DONE]\n\n");
    }

    @Test
    void doesNotJoinWhatEachEventSaysWhole() {
        String stream = "data: {\"type\":\"sk-abcd\",\"id\":\"sk-efgh\"}\n\n".repeat(3);

        assertThat(MaskedStream.of(stream, MASKING)).isEqualTo(stream);
    }

    @Test
    void masksWhatIsNoJson() {
        assertThat(MaskedStream.of("event: sk-abcdef\ndata: sk-abcdef\n\n: sk-abcdef", MASKING))
                .isEqualTo("event: sk-•\ndata: sk-•\n\n: sk-•");
    }

    /// Wherever it is cut, and whatever else is said, the pieces together are the masked text.
    @Property
    void dividesTheMaskedTextAmongTheEvents(@ForAll("pieces") List<String> pieces) {
        String stream = pieces.stream().map(piece -> delta(0, piece)).collect(Collectors.joining());
        String masked = MaskedStream.of(stream, MASKING);

        assertThat(masked.split("\n\n", -1)).hasSize(pieces.size() + 1);
        assertThat(said(masked)).isEqualTo(MASKING.words().apply(String.join("", pieces)));
    }

    /// A mask that adds and takes away in odd places.
    @Property
    void dividesWhateverAMaskMakes(@ForAll("pieces") List<String> pieces, @ForAll("pieces") List<String> other) {
        String instead = String.join("", other);
        String stream = pieces.stream().map(piece -> delta(0, piece)).collect(Collectors.joining());

        assertThat(said(MaskedStream.of(
                        stream, new Masking(text -> text.equals(String.join("", pieces)) ? instead : text))))
                .isEqualTo(instead);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of("s", "k", "-", "sk-", "abc", "def", "sk-abcdef", " ", "", "\"", "\\", "é")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static String said(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JSON.readTree(line.substring(5)).at("/delta/text").asString())
                .collect(Collectors.joining());
    }

    private static String delta(int index, String text) {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":" + index
                + ",\"delta\":{\"type\":\"text_delta\",\"text\":" + JSON.writeValueAsString(text) + "}}\n\n";
    }

    private static String input(String json) {
        return "data: {\"index\":2,\"delta\":{\"partial_json\":" + JSON.writeValueAsString(json) + "}}\n\n";
    }

    private static String chunk(int index, String arguments) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":" + index
                + ",\"function\":{\"arguments\":\"" + arguments + "\"}}]}}]}\n\n";
    }
}
