package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExchangeJsonWriterTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void writesASummaryAsOneLine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExchangeJsonWriter(UnaryOperator.identity())
                .summary(Recorded.finished().summary(), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"req_1\",\"number\":1,\"time\":\"2023-11-14T22:13:20.000Z\","
                        + "\"kind\":\"tool-continuation\",\"client\":\"claude-cli\",\"session\":\"4f2a-1\","
                        + "\"project\":\"/home/me/work/shop\",\"subject\":{\"type\":\"tool-result\",\"tool\":\"Bash\","
                        + "\"target\":null,\"exit\":2,\"failed\":true,\"bytes\":36,\"others\":0},"
                        + "\"askedModel\":\"claude-opus-5-5\",\"servedModel\":\"gpt-oss\",\"channel\":\"local\","
                        + "\"reason\":\"the only channel\",\"stream\":true,\"state\":\"finished\",\"status\":200,"
                        + "\"stopReason\":\"end_turn\",\"error\":null,\"attemptCount\":2,\"retried\":true,"
                        + "\"lostStatus\":529,\"tools\":[\"Bash\",\"Read\"],\"brokenAt\":null,\"requestBytes\":1361,"
                        + "\"replyBytes\":1567,\"tokens\":{\"input\":62400,\"output\":262,\"cacheRead\":0,"
                        + "\"cacheCreation\":0},\"cost\":{\"type\":\"unknown\"},\"firstTokenMs\":552,"
                        + "\"durationMs\":752}\n");
    }

    @Test
    void writesAWholeExchange() throws IOException {
        RecordedExchange exchange = Recorded.finished();
        JsonNode whole = whole(exchange);

        assertThat(whole.at("/request/path").asString()).isEqualTo("/v1/messages?beta=true");
        assertThat(whole.at("/request/headers/0"))
                .isEqualTo(JSON.readTree("{\"name\":\"User-Agent\",\"value\":\"claude-cli/2.1.329 (external, cli)\"}"));
        assertThat(whole.at("/request/body/json"))
                .isEqualTo(JSON.readTree(exchange.body().bytes()));
        assertThat(whole.at("/request/body/keeping").asString()).isEqualTo("whole");
        assertThat(whole.at("/parts/messageCount").asInt()).isEqualTo(3);
        assertThat(whole.at("/attempts/0/lostBecause").asString()).isEqualTo("Overloaded");
        assertThat(whole.at("/attempts/0/received/json/error/message").asString())
                .isEqualTo("Overloaded");
        assertThat(whole.at("/attempts/1/sentAfterMs").asInt()).isEqualTo(101);
        assertThat(whole.at("/attempts/1/answeredAfterMs").asInt()).isEqualTo(401);
        assertThat(whole.at("/attempts/1/adjustments/1/type").asString()).isEqualTo("dropped");
        assertThat(whole.at("/attempts/1/sent/json/model").asString()).isEqualTo("gpt-oss");
        assertThat(whole.at("/attempts/1/received/text").asString()).endsWith("data: [DONE]\n\n");
        assertThat(whole.at("/attempts/1/events")).hasSize(3);
        assertThat(whole.at("/reply/text").asString()).startsWith("event: message_start\n");
        assertThat(whole.at("/blocks"))
                .isEqualTo(JSON.readTree("[{\"type\":\"thinking\",\"text\":\"Hm.\\nWell.\",\"open\":false},"
                        + "{\"type\":\"text\",\"text\":\"I will look at `cart`.\",\"open\":false},"
                        + "{\"type\":\"tool-call\",\"id\":\"t2\",\"name\":\"Read\",\"input\":"
                        + "{\"file_path\":\"/home/me/work/shop/cart.ts\"},\"open\":false}]"));
    }

    @Test
    void writesABodyThatIsNoJsonAsWhatItIs() throws IOException {
        assertThat(whole(Recorded.binary()).at("/request/body/base64").asString())
                .isEqualTo(Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, 0, 7, 'a'}));
        assertThat(whole(Recorded.with(Headers.empty(), "/", "Hello {"))
                        .at("/request/body/text")
                        .asString())
                .isEqualTo("Hello {");
        assertThat(whole(Recorded.missed()).at("/request/body"))
                .isEqualTo(JSON.readTree("{\"bytes\":140000,\"keeping\":\"missed\",\"redacted\":false}"));
    }

    @Test
    void keepsABodyOfManyLinesOnOne() throws IOException {
        RecordedExchange exchange = Recorded.with(Headers.empty(), "/", "\n{ \"a\" :\r\n [ 1 ,\n \"b\\n\" ] }\n");

        assertThat(text(exchange, UnaryOperator.identity()).lines()).hasSize(1);
        assertThat(whole(exchange).at("/request/body/json")).isEqualTo(JSON.readTree("{\"a\":[1,\"b\\n\"]}"));
    }

    @Test
    void writesACallThatIsCutAsText() throws IOException {
        RecordedExchange exchange = Recorded.of(
                "x",
                story -> story.arrived(Recorded.asks())
                        .sent("up", "m", "r")
                        .begun(1)
                        .tool(0, "Read")
                        .input(0, "{\"file_pa"));

        assertThat(whole(exchange).at("/blocks/0"))
                .isEqualTo(JSON.readTree("{\"type\":\"tool-call\",\"id\":\"t0\",\"name\":\"Read\","
                        + "\"input\":\"{\\\"file_pa\",\"open\":true}"));
    }

    @Test
    void tellsHowAnExchangeEnded() throws IOException {
        assertThat(whole(Recorded.failed()).at("/error"))
                .isEqualTo(JSON.readTree(
                        "{\"status\":401,\"type\":\"authentication_error\",\"message\":\"invalid key\"}"));
        assertThat(whole(Recorded.abandoned()).at("/state").asString()).isEqualTo("abandoned");
        assertThat(whole(Recorded.waiting()).at("/status").isNull()).isTrue();
    }

    private static JsonNode whole(RecordedExchange exchange) throws IOException {
        return JSON.readTree(text(exchange, UnaryOperator.identity()));
    }

    private static String text(RecordedExchange exchange, UnaryOperator<String> mask) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExchangeJsonWriter(mask).exchange(exchange, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
