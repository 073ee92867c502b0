package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarWriterTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    /// `.ci/har` shows these to a validator that is not ours.
    private static final Path FOLDER = Path.of("target/har");

    @Test
    void tellsWhatTheClientSentAndGot() throws IOException {
        RecordedExchange exchange = Recorded.finished();
        JsonNode entry = entries(false, UnaryOperator.identity(), exchange).get(0);

        assertThat(entry.at("/startedDateTime").asString()).isEqualTo("2023-11-14T22:13:20.000Z");
        assertThat(entry.at("/request/url").asString()).isEqualTo("http://127.0.0.1:8397/v1/messages?beta=true");
        assertThat(entry.at("/request/queryString"))
                .isEqualTo(JSON.readTree("[{\"name\":\"beta\",\"value\":\"true\"}]"));
        assertThat(entry.at("/request/postData/text").asString())
                .isEqualTo(exchange.body().text());
        assertThat(entry.at("/request/postData/mimeType").asString()).isEqualTo("application/json");
        assertThat(entry.at("/request/bodySize").asLong())
                .isEqualTo(exchange.body().size());
        assertThat(entry.at("/response/status").asInt()).isEqualTo(200);
        assertThat(entry.at("/response/content/mimeType").asString()).isEqualTo("text/event-stream");
        assertThat(entry.at("/response/content/text").asString())
                .isEqualTo(exchange.reply().text());
        assertThat(entry.at("/timings/wait").asInt()).isEqualTo(552);
        assertThat(entry.at("/timings/receive").asInt()).isEqualTo(200);
        assertThat(entry.at("/time").asInt()).isEqualTo(752);
        assertThat(entry.at("/timings/dns").asInt()).isEqualTo(-1);
        assertThat(entry.at("/_turnpike/servedModel").asString()).isEqualTo("gpt-oss");
        assertThat(entry.at("/_turnpike/cost/type").asString()).isEqualTo("unknown");
        assertThat(entry.at("/_turnpike/attempts/1/adjustments/0/to").asString())
                .isEqualTo("max_completion_tokens");
    }

    @Test
    void tellsEachAttemptWhereThatIsAskedFor() throws IOException {
        JsonNode entries = entries(true, UnaryOperator.identity(), Recorded.finished());

        assertThat(entries).hasSize(3);
        JsonNode lost = entries.get(1);
        assertThat(lost.path("comment").asString())
                .isEqualTo("attempt 1 of 2 of exchange req_1: channel deepseek, model v4-pro");
        assertThat(lost.at("/response/status").asInt()).isEqualTo(529);
        assertThat(lost.at("/response/comment").asString()).isEqualTo("lost: Overloaded");
        assertThat(lost.at("/timings/wait").asInt()).isEqualTo(95);
        JsonNode serving = entries.get(2);
        assertThat(serving.at("/startedDateTime").asString()).isEqualTo("2023-11-14T22:13:20.101Z");
        assertThat(serving.at("/request/url").asString()).isEqualTo("https://up.example/v1/chat/completions");
        assertThat(serving.at("/request/postData/text").asString()).contains("gpt-oss");
        assertThat(serving.at("/response/headers/1/name").asString()).isEqualTo("x-request-id");
        assertThat(serving.at("/timings/wait").asInt()).isEqualTo(300);
        assertThat(serving.at("/timings/receive").asInt()).isEqualTo(51);
    }

    /// The second event was there when its last byte was.
    @Test
    void tellsWhenEachEventWasThere() throws IOException {
        JsonNode serving =
                entries(true, UnaryOperator.identity(), Recorded.finished()).get(2);

        assertThat(serving.at("/_eventStream"))
                .isEqualTo(
                        JSON.readTree(
                                "[{\"afterMs\":401,\"event\":null,\"bytes\":62},"
                                        + "{\"afterMs\":451,\"event\":null,\"bytes\":61},{\"afterMs\":452,\"event\":null,\"bytes\":14}]"));
    }

    @Test
    void saysWhyABodyIsNotThere() throws IOException {
        JsonNode entry =
                entries(false, UnaryOperator.identity(), Recorded.missed()).get(0);

        assertThat(entry.at("/request/bodySize").asInt()).isEqualTo(140_000);
        assertThat(entry.at("/request/postData/text").asString()).isEmpty();
        assertThat(entry.at("/request/postData/comment").asString()).isEqualTo("it came too fast to be recorded");
    }

    @Test
    void saysThatABodyIsNotWhatWasSent() throws IOException {
        RecordedExchange exchange = Recorded.finished();
        Body redacted = Body.stored(7, Body.Keeping.WHOLE, true, () -> "\"****\"".getBytes(StandardCharsets.UTF_8));
        JsonNode entry = entries(
                        false,
                        UnaryOperator.identity(),
                        Recorded.as(exchange, exchange.path(), exchange.headers(), redacted))
                .get(0);

        assertThat(entry.at("/request/postData/comment").asString()).isEqualTo("credentials in it were overwritten");
    }

    @Test
    void tellsAnErrorAndALeaverByTheirStatus() throws IOException {
        JsonNode entries =
                entries(false, UnaryOperator.identity(), Recorded.failed(), Recorded.abandoned(), Recorded.waiting());

        assertThat(entries.get(0).at("/response/status").asInt()).isEqualTo(401);
        assertThat(entries.get(0).at("/_turnpike/error/message").asString()).isEqualTo("invalid key");
        assertThat(entries.get(1).at("/response/status").asInt()).isEqualTo(200);
        assertThat(entries.get(1).at("/_turnpike/state").asString()).isEqualTo("abandoned");
        assertThat(entries.get(2).at("/response/status").asInt()).isZero();
    }

    @Test
    void writesOtherBytesAsBase64() throws IOException {
        JsonNode post = entries(false, UnaryOperator.identity(), Recorded.binary())
                .get(0)
                .at("/request/postData");

        assertThat(Base64.getDecoder().decode(post.path("text").asString()))
                .isEqualTo(new byte[] {(byte) 0xff, 0, 7, 'a'});
        assertThat(post.path("_encoding").asString()).isEqualTo("base64");
    }

    @Test
    void writesAnAddressThatIsOne() throws IOException {
        JsonNode request = entries(false, UnaryOperator.identity(), Recorded.binary())
                .get(0)
                .at("/request");

        assertThat(request.path("url").asString())
                .isEqualTo("http://localhost:8397/channel/a%20b/v1/messages?x=%3D%26&y=&z&beta=true");
        assertThat(request.at("/queryString/0/value").asString()).isEqualTo("=&");
        assertThat(request.at("/queryString/2/name").asString()).isEqualTo("z");
    }

    @Test
    void masksAQueryWithoutSpoilingTheAddress() throws IOException {
        RecordedExchange exchange = Recorded.with(Headers.of("host", "h"), "/v1/messages?key=sk-1%2F2&a=%20b", "{}");
        JsonNode request = entries(true, text -> text.replace("sk-1/2", "•• \""), exchange)
                .get(0)
                .at("/request");

        assertThat(request.path("url").asString()).isEqualTo("http://h/v1/messages?key=%E2%80%A2%E2%80%A2+%22&a=%20b");
        assertThat(request.at("/queryString/0/value").asString()).isEqualTo("•• \"");
    }

    @Test
    void writesAnArchiveOfNothing() throws IOException {
        assertThat(entries(true, UnaryOperator.identity())).isEmpty();
    }

    @Test
    void writesFilesForTheValidator() throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("exchanges.har"), archive(false, UnaryOperator.identity(), Recorded.all()));
        Files.write(FOLDER.resolve("attempts.har"), archive(true, UnaryOperator.identity(), Recorded.all()));
        Files.write(FOLDER.resolve("nothing.har"), archive(true, UnaryOperator.identity()));
        // whatever a mask makes of a text, the archive stays one
        Files.write(FOLDER.resolve("masked.har"), archive(true, text -> "\"\\\n\u0000• " + text, Recorded.all()));

        assertThat(FOLDER).isDirectoryContaining("glob:**.har");
    }

    private static JsonNode entries(boolean attempts, UnaryOperator<String> mask, RecordedExchange... exchanges)
            throws IOException {
        JsonNode log = JSON.readTree(archive(attempts, mask, exchanges)).path("log");
        assertThat(log.path("version").asString()).isEqualTo("1.2");
        assertThat(log.at("/creator/name").asString()).isEqualTo("Turnpike");
        return log.path("entries");
    }

    private static byte[] archive(boolean attempts, UnaryOperator<String> mask, RecordedExchange... exchanges)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HarWriter har = new HarWriter(out, "1.0", attempts, mask)) {
            for (RecordedExchange exchange : List.of(exchanges)) {
                har.add(exchange);
            }
        }
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(out.toByteArray());
        return out.toByteArray();
    }
}
