package dev.turnpike.gateway.server;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.Rows;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Counts of tokens over HTTP: there is always an answer, and soon a good one (rows 115 and 117).
class CountTokensTest {
    private static final String COUNT = "/v1/messages/count_tokens?beta=true";
    private static final String ASKED = asked("hi");

    /// By o200k: one token, four for the message, three for the request.
    private static final String COUNTED_HERE = "{\"input_tokens\":8}";

    /// One for all: each one would load a tokenizer of its own.
    private static TestGateway gateway;

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @BeforeAll
    static void start() {
        gateway = TestGateway.with(
                List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, URI.create("http://127.0.0.1:1"))));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    private void serve(Channel channel) {
        gateway.change(List.of(channel));
    }

    private static String asked(String text) {
        return "{\"model\":\"claude-x\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":"
                + RawJson.ofString(text).text() + "}]}";
    }

    private Channel channel(UpstreamProtocol protocol) {
        return TestGateway.channel(protocol, upstream.uri(""));
    }

    private static String count(RawClient client, String body) {
        RawClient.Reply reply = client.post(COUNT, body).reply();
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    @Test
    @Rows(115)
    void asksAnAnthropicUpstreamAsTheClientAsked() {
        upstream.script(answer(200, "application/json", "{\"input_tokens\":4242}"));
        serve(channel(UpstreamProtocol.ANTHROPIC));
        try (RawClient client = gateway.client()) {
            assertThat(count(client, ASKED)).isEqualTo("{\"input_tokens\":4242}");
            assertThat(upstream.request().line()).isEqualTo("POST " + COUNT + " HTTP/1.1");
        }
    }

    @Test
    @Rows(115)
    void asksAChatUpstreamForACountByTheMessagesApi() {
        upstream.script(answer(200, "application/json", "{\"input_tokens\":4242}"));
        serve(channel(UpstreamProtocol.OPENAI_CHAT));
        try (RawClient client = gateway.client()) {
            assertThat(client.post(COUNT, ASKED, "user-agent: claude-cli/1", "x-claude-code-session-id: s")
                            .reply()
                            .body())
                    .isEqualTo("{\"input_tokens\":4242}");
            ScriptedUpstream.Request request = upstream.request();
            assertThat(request.line()).isEqualTo("POST /v1/messages/count_tokens HTTP/1.1");
            assertThat(request.text()).isEqualTo(ASKED.replace("claude-x", "served"));
            assertThat(request.field("authorization")).contains("Bearer sk-upstream-key");
            assertThat(request.field("anthropic-version")).contains("2023-06-01");
            assertThat(request.fields()).noneMatch(field -> field.contains("claude"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANTHROPIC, 404, {}",
        "ANTHROPIC, 405, {}",
        "OPENAI_CHAT, 404, <html>",
        "OPENAI_CHAT, 501, {}",
        "OPENAI_CHAT, 200, <html>",
        "OPENAI_CHAT, 200, {}"
    })
    @Rows(115)
    void asksAnUpstreamThatDoesNotCountOnlyOnce(UpstreamProtocol protocol, int status, String body) {
        upstream.script(answer(status, "application/json", body));
        serve(channel(protocol));
        try (RawClient client = gateway.client()) {
            assertThat(count(client, ASKED)).isEqualTo(COUNTED_HERE);
            upstream.request();
            assertThat(count(client, ASKED)).isEqualTo(COUNTED_HERE);
            assertThat(count(client, ASKED)).isEqualTo(COUNTED_HERE);
            assertThat(upstream.waiting()).isZero();

            upstream.script(answer(200, "application/json", "{\"input_tokens\":4242}"));
            serve(channel(protocol));
            assertThat(count(client, ASKED))
                    .as("a new configuration begins anew")
                    .isEqualTo("{\"input_tokens\":4242}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 401})
    void asksAnUpstreamAgainThatCouldNotCountThisTime(int status) {
        upstream.script(answer(status, "application/json", "{}"));
        upstream.script(answer(200, "application/json", "{\"input_tokens\":4242}"));
        serve(channel(UpstreamProtocol.ANTHROPIC));
        try (RawClient client = gateway.client()) {
            assertThat(count(client, ASKED)).isEqualTo(COUNTED_HERE);
            assertThat(count(client, ASKED)).isEqualTo("{\"input_tokens\":4242}");
        }
    }

    @ParameterizedTest
    @EnumSource(UpstreamProtocol.class)
    @Rows(115)
    void answersWithoutAnyUsableChannel(UpstreamProtocol protocol) {
        Channel up = channel(protocol);
        Channel off = new Channel(
                up.id(),
                up.name(),
                up.protocol(),
                up.endpoint(),
                up.keys(),
                up.auth(),
                up.models(),
                up.allow(),
                up.headers(),
                null,
                null,
                false,
                up.failover(),
                up.timeouts(),
                up.compat());
        serve(off);
        try (RawClient client = gateway.client()) {
            assertThat(count(client, ASKED)).isEqualTo(COUNTED_HERE);
            assertThat(client.post("/v1/messages", ASKED).reply().status()).isEqualTo(503);
            assertThat(upstream.waiting()).isZero();
        }
    }

    @Test
    void answersAsADemo() {
        try (TestGateway demo = TestGateway.with(List.of());
                RawClient client = demo.client()) {
            assertThat(count(client, ASKED)).isEqualTo(COUNTED_HERE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"messages\":[]} x",
                "{\"model\":\"m\"}",
                "{\"messages\":1}",
                "{\"messages\":[1]}"
            })
    void refusesABodyThatIsNoRequest(String body) {
        try (RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post(COUNT, body).reply();
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).startsWith("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\"");
        }
    }

    /// An upstream whose tokens are twice as many as o200k's, as its first ten replies say.
    @Test
    @Rows({115, 117})
    void comesNearToWhatTheUpstreamReportsAfterTenReplies() {
        upstream.script(answer(404, "application/json", "{}"));
        // of its own, as it learns
        serve(TestGateway.channel(
                "learning", UpstreamProtocol.OPENAI_CHAT, upstream.uri(""), AuthStyle.NONE, Timeouts.DEFAULT));
        try (RawClient client = gateway.client()) {
            long alone = tokens(count(client, asked(words(700))));
            upstream.request();
            for (int i = 1; i <= 10; i++) {
                upstream.script(answer(200, "application/json", chatReply(200 * i * 2)));
                client.post("/v1/messages", asked(words(100 * i))).reply();
                upstream.request();
            }
            assertThat(alone).isBetween(1400L, 1420L);
            assertThat(tokens(count(client, asked(words(700))))).isBetween(2700L, 2900L);

            upstream.script(answer(200, "application/json", chatReply(0)));
            String reply =
                    client.post("/v1/messages", asked(words(700))).reply().body();
            assertThat(tokens(reply)).as("the estimate of a message").isBetween(2500L, 3000L);
        }
    }

    private static String words(int pairs) {
        return "some words ".repeat(pairs).strip();
    }

    private static String chatReply(int promptTokens) {
        String usage = promptTokens == 0
                ? ""
                : ",\"usage\":{\"prompt_tokens\":" + promptTokens
                        + ",\"completion_tokens\":1,\"prompt_tokens_details\":{\"cached_tokens\":100}}";
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                + "\"content\":\"ok\"},\"finish_reason\":\"stop\"}]" + usage + "}";
    }

    private static long tokens(String body) {
        int at = body.indexOf("\"input_tokens\":") + "\"input_tokens\":".length();
        int end = at;
        while (Character.isDigit(body.charAt(end))) {
            end++;
        }
        return Long.parseLong(body.substring(at, end));
    }
}
