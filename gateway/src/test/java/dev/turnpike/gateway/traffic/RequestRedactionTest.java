package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.dialects.AnyRequest;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.testing.ClaudeRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// A request is looked through once; what is sent on is looked at where it differs. Nothing gets through by that.
class RequestRedactionTest {
    private static final String SECRET = "7verySecret+Key/of\\ours";
    private static final Credentials CREDENTIALS = new Credentials(List.of(SECRET), false);

    /// One for all, as it remembers.
    private static final RequestRedaction REQUESTS = new RequestRedaction();

    @Provide
    Arbitrary<AnyRequest> anyRequests() {
        return AnyRequest.arbitrary();
    }

    /// What may stand between two commas of an object.
    @Provide
    Arbitrary<String> members() {
        return Arbitraries.of(
                "\"api_key\":\"9876abc\"",
                "\"extra\":{\"deep\":[{\"Authorization\":\"Bearer x1\"}]}",
                "\"message\":{\"token\":\"1\",\"content\":{\"token\":\"2\"}}",
                "\"metadata\":{\"user_id\":\"7verySecret+Key\\/of\\\\ours\"}",
                "\"messages\":[{\"role\":\"user\",\"content\":\"7verySecret+Key/of\\\\ours\",\"password\":\"mine\"}]",
                "\"tools\":[{\"name\":\"sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789\",\"input_schema\":{\"token\":\"1\"}}]",
                "\"system\":[{\"text\":\"N3ZlcnlTZWNyZXQrS2V5L29mXG91cnM=\"}]",
                "\"url\":\"https://ann:word@host/?key=abc\"",
                large("a tool that only reads"),
                large("sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789"),
                "\"messages\":3",
                "\"model\":\"m\"");
    }

    private static String large(String name) {
        String schema = "\"input_schema\":{\"description\":\"" + "It reads. ".repeat(300) + "\",\"token\":1}";
        return "\"tools\":[{\"name\":\"" + name + "\"," + schema + "}]";
    }

    @Property
    void hidesInARequestWhatItHidesInAnyBody(
            @ForAll("anyRequests") AnyRequest request,
            @ForAll @Size(max = 4) List<@From("members") String> members,
            @ForAll("ends") String end) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String more = members.isEmpty() ? "" : "," + String.join(",", members);
        byte[] whole = bytes(body.substring(0, body.lastIndexOf('}')) + more + "}" + end);

        Redacted found = REQUESTS.body(whole, RequestOutline.of(whole).places(), CREDENTIALS);

        Redacted expected = Redaction.body(whole, CREDENTIALS);
        assertThat(new String(found.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(new String(expected.bytes(), StandardCharsets.UTF_8));
        assertThat(found.changed()).isEqualTo(expected.changed());
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("", "", "\n", " {\"api_key\":\"x\"}", ", secret=abc", "\0");
    }

    /// What may be put in, or what is left when something is taken out.
    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                "",
                "\"",
                "{",
                "}",
                ",",
                "]",
                ":",
                "\\",
                "7very",
                "Secret+Key/",
                "of\\\\ours",
                "\"api_key\":\"abc\",",
                "7verySecret+Key/of\\\\ours",
                "\"token\":{",
                "mapped-model",
                "sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789");
    }

    @Property(tries = 4_000)
    void takesNoDifferenceForHarmlessThatIsNot(
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 12) int taken,
            @ForAll("pieces") String piece) {
        byte[] base = bytes(
                "{\"model\":\"m-7very\",\"max_tokens\":12,\"metadata\":{\"user_id\":\"7verySecret+Key/\",\"a\":[1]},"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Secret+Key/of\\\\ours \\\"api_key\\\":\\\"abc\\\"\"}],"
                        + "\"tools\":[{\"name\":\"Secret+Key/of\",\"input_schema\":{\"api_key\":{\"type\":\"string\"}}}],\"last\":true}");
        int start = Math.min(from, base.length);
        int end = Math.min(base.length, start + taken);
        byte[] bytes = bytes(text(base, 0, start) + piece + text(base, end, base.length));
        RequestPlaces places = RequestOutline.of(base).places();
        assertThat(REQUESTS.body(base, places, CREDENTIALS).changed()).isFalse();

        boolean harmless = RequestRedaction.isHarmless(Splice.of(base, bytes), places, CREDENTIALS);

        if (harmless) {
            assertThat(Redaction.body(bytes, CREDENTIALS).changed())
                    .as(new String(bytes, StandardCharsets.UTF_8))
                    .isFalse();
        }
    }

    @Example
    void seesThatAnotherModelIsHarmless() {
        byte[] base =
                ClaudeRequest.main("claude-opus", "s", "/p").user("Fix it").body();
        String text = new String(base, StandardCharsets.UTF_8);
        RequestPlaces places = RequestOutline.of(base).places();

        assertThat(isHarmless(base, places, text.replace("claude-opus", "mapped")))
                .isTrue();
        assertThat(isHarmless(base, places, text)).isTrue();
        assertThat(isHarmless(base, places, text.replace("claude-opus", "7verySecret+Key/of\\\\ours")))
                .isFalse();
        assertThat(isHarmless(base, places, text.replace("Fix it", "Fix that"))).isFalse();
        assertThat(RequestRedaction.isHarmless(
                        Splice.of(base, bytes(text.replace("opus", "haiku"))), RequestPlaces.UNKNOWN, CREDENTIALS))
                .isFalse();
    }

    private static boolean isHarmless(byte[] base, RequestPlaces places, String now) {
        return RequestRedaction.isHarmless(Splice.of(base, bytes(now)), places, CREDENTIALS);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
