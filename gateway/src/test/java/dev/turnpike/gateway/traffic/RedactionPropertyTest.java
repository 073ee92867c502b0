package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.dialects.AnyRequest;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.RandomJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Secrets are planted wherever they can stand; none of them is in what comes out, and nothing else is changed.
class RedactionPropertyTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /// Keys as vendors make them, passwords as people do; a digit is in each of them.
    @Provide
    Arbitrary<String> secrets() {
        Arbitrary<String> tokens = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("_-")
                .ofMinLength(11)
                .ofMaxLength(60);
        Arbitrary<String> passwords = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("äß€")
                .ofMinLength(11)
                .ofMaxLength(40);
        return Combinators.combine(
                        Arbitraries.oneOf(tokens, passwords),
                        Arbitraries.integers().between(0, 9))
                .as((text, digit) -> "7" + text + digit);
    }

    @Provide
    Arbitrary<String> shapedSecrets() {
        Arbitrary<String> tails = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofLength(60);
        return Combinators.combine(
                        Arbitraries.of("sk-ant-api03-", "sk-", "ghp_", "gsk_", "xai-", "Bearer ", "hf_"), tails)
                .as((prefix, tail) -> prefix + "7" + tail + "x");
    }

    @Provide
    Arbitrary<String> fieldNames() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "Authorization", "X-API-Key", "Cookie", "Set-Cookie", "x-turnpike-key", "Proxy-Authorization"),
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars("-")
                        .ofMinLength(1)
                        .ofMaxLength(12)
                        .map(name -> "X-" + name));
    }

    @Property
    void storesNoHeaderValueThatIsNotKnown(
            @ForAll @Size(max = 6) List<@From("fieldNames") String> names, @ForAll("secrets") String secret) {
        List<Headers.Header> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(new Headers.Header(name, "v " + secret));
            fields.add(new Headers.Header("Accept", "text/" + fields.size()));
        }
        Headers stored = Redaction.headers(new Headers(fields));
        assertThat(stored.toString()).doesNotContain(secret);
        assertThat(stored.where("accept"::equals)).isEqualTo(new Headers(fields).where("accept"::equals));
    }

    @Property
    void storesNoKeyInAKnownHeader(
            @ForAll("secrets") String secret, @ForAll("shapedSecrets") String shaped, @ForAll("kept") String name) {
        Credentials credentials = new Credentials(List.of(secret), false);
        Headers headers = Headers.of(name, "a " + secret + " b", name, shaped, name, "harmless");
        Headers stored = Redaction.headers(headers, credentials);
        assertThat(stored.toString()).doesNotContain(secret).doesNotContain(shaped.substring(shaped.length() - 40));
        assertThat(stored.fields().getLast().value()).isEqualTo("harmless");
    }

    @Provide
    Arbitrary<String> kept() {
        return Arbitraries.of("user-agent", "Accept", "anthropic-beta", "x-request-id", "x-stainless-os", "Server");
    }

    @Property
    void storesNoValueOfAQuery(@ForAll("secrets") String secret, @ForAll("names") String name) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        for (String query :
                List.of(name + "=" + encoded, encoded, encoded + "=1", "beta=true&" + name + "=a" + encoded)) {
            String path = Redaction.path("/v1/messages?" + query);
            assertThat(path).startsWith("/v1/messages?").doesNotContain(secret).doesNotContain(encoded);
            String uri = Redaction.uri(URI.create("https://ann:" + encoded + "@host:1/v1?" + query + "#" + encoded));
            assertThat(uri)
                    .startsWith("https://••••@host:1/v1?")
                    .doesNotContain(secret)
                    .doesNotContain(encoded);
            assertThat(path.startsWith("/v1/messages?beta=true&")).isEqualTo(query.startsWith("beta"));
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("key", "api_key", "token"),
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .map(name -> "x" + name));
    }

    @Property
    void hidesTheCredentialOfAnExchangeAndNothingElse(
            @ForAll("requests") AnyRequest request,
            @ForAll("json") String one,
            @ForAll("secrets") String secret,
            @ForAll @IntRange(max = 4) int spelling) {
        String spelled = spelled(secret, spelling);
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String end = "," + "\"metadata\":{\"a\":\"x%s.\"},\"messages\":[" + one + ",\"%s\",{\"content\":\" %s\"}]}";
        String whole = body.substring(0, body.lastIndexOf('}')) + end;
        Credentials credentials = new Credentials(List.of("another-credential", secret), true);

        Redacted stored = Redaction.body(bytes(filled(whole, spelled)), credentials);

        String stars = "*".repeat(bytes(spelled).length);
        assertThat(text(stored)).isEqualTo(filled(whole, stars)).doesNotContain(secret);
        assertThat(stored.changed()).isTrue();
        JSON.readTree(stored.bytes());
    }

    private static String filled(String format, String with) {
        return format.replace("%s", with);
    }

    private static String spelled(String secret, int spelling) {
        String json = inner(JSON.writeValueAsString(secret));
        return switch (spelling) {
            case 0 -> json;
            case 1 -> json.replace("/", "\\/");
            case 2 -> inner(ASCII.writeValueAsString(secret));
            case 3 -> URLEncoder.encode(secret, StandardCharsets.UTF_8);
            default -> inner(JSON.writeValueAsString(json));
        };
    }

    private static String inner(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    @Property
    void leavesARequestWithoutSecretsAsItIs(@ForAll("requests") AnyRequest request, @ForAll("secrets") String secret) {
        Redacted stored = Redaction.body(request.body(), new Credentials(List.of(secret), false));
        assertThat(stored.bytes()).isSameAs(request.body());
        assertThat(stored.changed()).isFalse();
    }

    @Property
    void hidesACredentialInsideBase64(
            @ForAll("secrets") String secret,
            @ForAll @Size(max = 5) byte[] before,
            @ForAll @Size(max = 5) byte[] after) {
        byte[] middle = bytes(secret);
        byte[] all = new byte[before.length + middle.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(middle, 0, all, before.length, middle.length);
        System.arraycopy(after, 0, all, before.length + middle.length, after.length);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String encoded = encoder.encodeToString(all);
            String json = "{\"a\":\"" + encoded.replace("/", "\\/") + "\"}";
            for (String body : List.of("Basic " + encoded + " !", json)) {
                String stored = text(Redaction.body(bytes(body), new Credentials(List.of(secret), false)));
                assertThat(stored).hasSameSizeAs(body);
                assertThat(stored.replaceAll("[^*]", "").length()).isGreaterThanOrEqualTo(middle.length * 4 / 3 - 3);
                assertThat(stored.replaceAll("\\*+", "~")).hasSizeLessThan(body.length() - 10);
            }
        }
    }

    @Property
    void hidesFieldsThatCarryCredentialsAtAnyDepth(
            @ForAll("requests") AnyRequest request,
            @ForAll("secretNames") String name,
            @ForAll("secrets") String secret,
            @ForAll @Size(max = 3) List<@From("ways") String> ways) {
        String field = JSON.writeValueAsString(name) + ": ";
        String way = String.join("", ways);
        String back = way.replaceAll("[^{\\[]", "");
        back = new StringBuilder(back).reverse().toString().replace('{', '}').replace('[', ']');
        String said = ",\"messages\":[{" + field + JSON.writeValueAsString(secret) + "}]";
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String start = body.substring(0, body.lastIndexOf('}')) + said + ",\"extra\":" + way + "{" + field;
        String quoted = JSON.writeValueAsString(secret);
        String stars = "\"" + "*".repeat(bytes(quoted).length - 2) + "\"";

        Redacted stored = Redaction.body(bytes(start + quoted + "}" + back + "}"), Credentials.NONE);

        assertThat(text(stored)).isEqualTo(start + stars + "}" + back + "}");
        String broken = "oops {" + field + quoted;
        assertThat(text(Redaction.body(bytes(broken), Credentials.NONE))).isEqualTo("oops {" + field + stars);
        String event = "event: error\ndata: {\"error\":{" + field + "%s}}\n\n";
        assertThat(text(Redaction.body(bytes(filled(event, quoted)), Credentials.NONE)))
                .isEqualTo(filled(event, stars));
    }

    @Provide
    Arbitrary<String> ways() {
        return Arbitraries.of("[", "[1,", "{\"a\":", "{\"b\":2,\"c\":");
    }

    @Provide
    Arbitrary<String> secretNames() {
        Arbitrary<String> names = Arbitraries.of(
                "authorization_token",
                "api_key",
                "apiKey",
                "api-key",
                "authorization",
                "access_token",
                "token",
                "password",
                "secret",
                "client_secret",
                "OPENAI_API_KEY",
                "x-api-key");
        return Combinators.combine(names, Arbitraries.of(true, false))
                .as((name, upper) -> upper ? name.toUpperCase(Locale.ROOT) : name);
    }

    @Property
    void hidesWhatAnUpstreamEchoesInItsError(
            @ForAll("secrets") String secret, @ForAll @IntRange(max = 4) int spelling) {
        String spelled = spelled(secret, spelling);
        Credentials credentials = new Credentials(List.of(secret), false);
        for (String error : List.of(
                "{\"error\":{\"message\":\"Incorrect key: %s.\",\"code\":401}}",
                "{\"error\":{\"metadata\":{\"raw\":\"{\\\"error\\\":\\\"%s\\\"}\"}}}",
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"no %s\"}}\n\n",
                "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\r\n\r\n",
                "<html><body>401 %s </body></html>",
                "curl: (22) %s")) {
            String body = filled(error, spelled);
            String stored = text(Redaction.body(bytes(body), credentials));
            assertThat(stored).doesNotContain(spelled).doesNotContain(secret);
            assertThat(bytes(stored)).hasSameSizeAs(bytes(body));
            assertThat(Redaction.text(body, credentials)).doesNotContain(spelled);
        }
        assertThat(Redaction.text("bad key " + secret + "!", credentials)).doesNotContain(secret);
    }

    @Property
    void showsNoKeyOfAKnownShapeAndChangesNothingElse(@ForAll("json") String one, @ForAll("shapedSecrets") String key) {
        String json = "[" + one + ",\"see \\\"%s\\\" \\n%s\"," + one + "]";
        String shown = Redaction.shown(filled(json, key));
        String masked = Redaction.shown(key);
        assertThat(shown).isEqualTo(filled(json, masked));
        assertThat(masked).endsWith("••••" + key.substring(key.length() - 4)).hasSizeLessThan(20);
    }

    @Provide
    Arbitrary<AnyRequest> requests() {
        return AnyRequest.arbitrary();
    }

    @Provide
    Arbitrary<String> json() {
        return RandomJson.values();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Redacted redacted) {
        return new String(redacted.bytes(), StandardCharsets.UTF_8);
    }
}
