package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.translation.Adjustment;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A secret that is known by its shape is in no export, wherever it was said.
class PlantedSecretsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    /// In lines, as keys in files are.
    private static final Pattern SHAPE = Pattern.compile("KEY\\s[A-Z]+\\s[0-9]{4,}\\sEND");

    @Property(tries = 100)
    void areInNoExport(@ForAll("secrets") String secret, @ForAll("cuts") int cut) throws IOException {
        RecordedExchange exchange = planted(secret, cut % secret.length());
        for (Map.Entry<String, String> export :
                exports(exchange, PlantedSecretsTest::masked).entrySet()) {
            String line = secret.replaceAll("\\s", " ");
            for (String told : List.of(
                    secret,
                    line,
                    line.replace(" ", "+"),
                    line.replace(" ", "%20"),
                    json(secret),
                    json(json(secret)),
                    secret.replaceAll("\\s", "\n> "))) {
                assertThat(export.getValue()).as(export.getKey()).doesNotContain(told);
            }
            assertThat(export.getValue()).as(export.getKey()).contains("MASKED");
        }
        for (String export : exports(exchange, UnaryOperator.identity()).values()) {
            assertThat(export).contains("END");
        }
    }

    @Test
    void areInNoBytesOfAnotherKind() throws IOException {
        byte[] bytes = "\u00ff KEY A 1234 END \u00fe".getBytes(StandardCharsets.ISO_8859_1);
        RecordedExchange exchange = Recorded.binary();
        exchange = Recorded.as(exchange, exchange.path(), exchange.headers(), Body.of(bytes));
        String base64 =
                Base64.getEncoder().encodeToString("\u00ff MASKED \u00fe".getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new ExchangeJsonWriter(PlantedSecretsTest::masked).exchange(exchange, json);
        Curl curl = new CurlWriter(Shell.BASH, PlantedSecretsTest::masked)
                .client(exchange)
                .orElseThrow();

        assertThat(json.toString(StandardCharsets.UTF_8)).contains("\"base64\":\"" + base64 + "\"");
        assertThat(curl.body().orElseThrow().content())
                .isEqualTo(Base64.getDecoder().decode(base64));
    }

    /// Whatever a mask makes of any text, what is JSON stays JSON.
    @Property(tries = 50)
    void leaveJsonAsJson(@ForAll String instead, @ForAll("secrets") String secret) throws IOException {
        Map<String, String> exports = exports(planted(secret, 3), text -> instead + text);

        assertThat(JSON.readTree(exports.get("har")).at("/log/entries")).hasSize(2);
        String post = JSON.readTree(exports.get("har"))
                .at("/log/entries/0/request/postData/text")
                .asString();
        assertThat(JSON.readTree(post).path("messages").isMissingNode()).isEqualTo(!instead.isEmpty());
        assertThat(exports.getOrDefault("json", "").strip().lines()).hasSize(1);
        assertThat(JSON.readTree(exports.get("json")).at("/request/body/json").isObject())
                .isTrue();
        assertThat(JSON.readTree(exports.get("line")).isObject()).isTrue();
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.of(
                "KEY A 1234 END", "KEY\nSECRET\n12345678\nEND", "KEY\tAB\r\n99999\tEND".replace("\r\n", "\n"));
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(1, 1_000);
    }

    /// Says it in every place there is.
    private static RecordedExchange planted(String secret, int cut) {
        String line = secret.replaceAll("\\s", " ");
        ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", "4f2a-1", "/home/" + line)
                .user("My key: " + secret)
                .call("t9", "Bash", "{\"command\":" + JSON.writeValueAsString(secret) + "}")
                .result("t9", "It is " + secret, true)
                .assistant("So: " + secret)
                .plainUser(JSON.writeValueAsString(Map.of("token", secret)))
                .plainUser("Use " + line);
        Headers headers = request.headers().with("x-note", line).with("host", "127.0.0.1:8397");
        String path = "/v1/messages?note=" + line.replace(" ", "%20") + "&x=" + line.replace(" ", "+");
        RecordedExchange recorded = Recorded.of("req_1", exchange -> {
            exchange.arrived(ExchangeKind.MESSAGES, headers, request.body()).understood(line, true);
            attempt(exchange, secret, line, cut);
            exchange.begun(1).thinking(0).thinks(0, secret.substring(0, cut)).thinks(0, secret.substring(cut));
            exchange.closed(0).text(1).says(1, "a " + secret.substring(0, cut)).says(1, secret.substring(cut) + " b");
            String input = "{\"key\":" + JSON.writeValueAsString(secret) + "}";
            exchange.closed(1).tool(2, "Read").input(2, input.substring(0, cut)).input(2, input.substring(cut));
            exchange.closed(2).failed(500, "the upstream said " + line, true);
        });
        return Recorded.as(recorded, path, headers, recorded.body());
    }

    private static void attempt(ScriptedExchange exchange, String secret, String line, int cut) {
        String body =
                JSON.writeValueAsString(Map.of(secret, List.of(Map.of("arguments", "{\"a\":" + json(secret) + "}"))));
        exchange.sent("local", line, URI.create("https://up.example/v1/chat/completions"), body)
                .adjusted(new Adjustment.Renamed("a." + line, line, "because of " + line))
                .answered(200, "content-type", "text/event-stream", "x-note", line);
        for (String piece : List.of(secret.substring(0, cut), secret.substring(cut))) {
            exchange.received(
                    "data: " + JSON.writeValueAsString(Map.of("choices", List.of(Map.of("content", piece)))) + "\n\n");
        }
        exchange.received(": " + line + "\n\nevent: " + line + "\ndata: x\n\n");
    }

    private static String masked(String text) {
        return SHAPE.matcher(text).replaceAll("MASKED");
    }

    private static String json(String text) {
        return JSON.writeValueAsString(text);
    }

    private static Map<String, String> exports(RecordedExchange exchange, UnaryOperator<String> mask)
            throws IOException {
        Map<String, String> exports = new TreeMap<>();
        ByteArrayOutputStream har = new ByteArrayOutputStream();
        try (HarWriter writer = new HarWriter(har, "1.0", true, mask)) {
            writer.add(exchange);
        }
        exports.put("har", har.toString(StandardCharsets.UTF_8));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new ExchangeJsonWriter(mask).exchange(exchange, json);
        exports.put("json", json.toString(StandardCharsets.UTF_8));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new ExchangeJsonWriter(mask).summary(exchange.summary(), line);
        exports.put("line", line.toString(StandardCharsets.UTF_8));
        StringBuilder csv = new StringBuilder();
        new CsvWriter(csv, mask).add(exchange.summary());
        exports.put("csv", csv.toString());
        StringBuilder transcript = new StringBuilder();
        new TranscriptWriter(mask).write(exchange, transcript);
        exports.put("transcript", transcript.toString());
        for (Shell shell : Shell.values()) {
            CurlWriter writer = new CurlWriter(shell, mask);
            exports.put("curl " + shell, curl(writer.client(exchange).orElseThrow()));
            exports.put("upstream " + shell, curl(writer.upstream(exchange, 0).orElseThrow()));
        }
        return exports;
    }

    private static String curl(Curl curl) {
        byte[] file = curl.body().map(Curl.BodyFile::content).orElse(new byte[0]);
        return curl.command() + "\n" + new String(file, StandardCharsets.UTF_8);
    }
}
