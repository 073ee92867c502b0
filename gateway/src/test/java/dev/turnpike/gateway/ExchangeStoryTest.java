package dev.turnpike.gateway;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.RecordingListener;
import dev.turnpike.testing.Rows;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import dev.turnpike.testing.TestGateway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens in an exchange, in which order, over real sockets: each story ends with its moments.
class ExchangeStoryTest {
    private static final String ASKED = """
            {"max_tokens": 10, "model": "claude-x", "stream": true, "odd": {"b": 1, "a": 2.0},
             "messages": [{"role": "user", "content": "hi"}]}""";
    private static final String ASKED_WHOLE = ASKED.replace("\"stream\": true", "\"stream\": false");

    private static final String START = event(
            "message_start",
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"served\","
                    + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}}");
    private static final String BLOCK_START = event(
            "content_block_start",
            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
    private static final String BLOCK_STOP =
            event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
    private static final String END = BLOCK_STOP
            + event(
                    "message_delta",
                    "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}}")
            + event("message_stop", "{\"type\":\"message_stop\"}");

    private final ScriptedUpstream upstream = new ScriptedUpstream();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void close() {
        upstream.close();
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private static String text(String text) {
        return event(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text
                        + "\"}}");
    }

    private TestGateway passing() {
        return TestGateway.with(List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))), listener);
    }

    private TestGateway translating() {
        return TestGateway.with(
                List.of(TestGateway.channel(UpstreamProtocol.OPENAI_CHAT, upstream.uri("/v1"))), listener);
    }

    private TestGateway impatient(Duration firstByte, Duration idle) {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(2), firstByte, idle);
        return TestGateway.with(
                List.of(TestGateway.channel(
                        "up", UpstreamProtocol.ANTHROPIC, upstream.uri(""), AuthStyle.AUTO, timeouts)),
                listener);
    }

    @Test
    void passesEveryEventInOrderAndUnchanged() {
        upstream.script(
                streamHead(), chunk(START + BLOCK_START), chunk(text("one")), chunk(text("two") + END), lastChunk());
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages?beta=true", ASKED).reply();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(START + BLOCK_START + text("one") + text("two") + END);
            assertThat(reply.field("x-turnpike-channel")).contains("up");
            assertThat(reply.field("x-turnpike-model")).contains("served");
            assertThat(reply.field("x-turnpike-attempts")).contains("1");
            assertThat(reply.field("server-timing").orElseThrow()).matches("gateway;dur=\\d+\\.\\d+");
            assertThat(reply.field("request-id").orElseThrow()).startsWith("req_tp_");
            assertThat(upstream.request().line()).isEqualTo("POST /v1/messages?beta=true HTTP/1.1");
        }
        assertThat(listener.story())
                .containsExactly(
                        "Arrived MESSAGES",
                        "Understood claude-x stream",
                        "Routed up served",
                        "Sent 1",
                        "Answered 1 200",
                        "EventPassed",
                        "Finished end_turn");
    }

    @Test
    void sendsTheRequestUnchangedButForTheModel() {
        upstream.script(
                answer(200, "application/json", "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}"));
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED_WHOLE).reply();
            assertThat(upstream.request().text()).isEqualTo(ASKED_WHOLE.replace("claude-x", "served"));
        }
    }

    @Test
    void sendsEachChunkBeforeTheNextIsRead() {
        upstream.script(
                streamHead(),
                chunk(START + BLOCK_START + text("one")),
                new Step.Stall(),
                chunk(text("two") + END),
                lastChunk());
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED).head();
            assertThat(client.chunk()).contains(START + BLOCK_START + text("one"));
            upstream.stalled().run();
            assertThat(client.chunk()).contains(text("two") + END);
            assertThat(client.chunk()).isEmpty();
        }
    }

    @Test
    void translatesAndAnnouncesEachStep() {
        upstream.script(
                streamHead(),
                chunk(
                        "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n"),
                chunk("data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n"),
                chunk("data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"),
                chunk("data: [DONE]\n\n"),
                lastChunk());
        try (TestGateway gateway = translating();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.body()).contains("\"text\":\"Hello\"", "event: message_stop");
            ScriptedUpstream.Request sent = upstream.request();
            assertThat(sent.line()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
            assertThat(sent.field("authorization")).contains("Bearer sk-upstream-key");
            assertThat(sent.field("anthropic-version")).isEmpty();
        }
        assertThat(listener.story())
                .containsExactly(
                        "Arrived MESSAGES",
                        "Understood claude-x stream",
                        "Routed up served",
                        "Adjusted 1",
                        "Sent 1",
                        "Answered 1 200",
                        "EventPassed",
                        "Finished end_turn");
    }

    @Test
    @Rows({38, 41})
    void holdsTheHeadUntilContentSoThatAFailureHasAStatus() {
        upstream.script(streamHead(), chunk(START), new Step.Cut());
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.body()).contains("\"type\":\"api_error\"", "closed the connection in the middle");
        }
        assertThat(listener.story())
                .containsExactly(
                        "Arrived MESSAGES",
                        "Understood claude-x stream",
                        "Routed up served",
                        "Sent 1",
                        "Answered 1 200",
                        "Failed 502");
    }

    @Test
    @Rows({33, 35})
    void endsTheMessageWithAnErrorWhenTheUpstreamIsCutAfterContent() {
        upstream.script(streamHead(), chunk(START + BLOCK_START + text("one")), new Step.Stall(), new Step.Cut());
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED).head();
            client.chunk();
            upstream.stalled().run();
            assertThat(client.chunk().orElseThrow())
                    .startsWith(BLOCK_STOP.substring(0, BLOCK_STOP.indexOf('\n')))
                    .contains("event: error", "api_error")
                    .doesNotContain("message_delta", "message_stop");
            assertThat(client.chunk()).isEmpty();
            assertThat(client.isClosed()).isTrue();
        }
        assertThat(listener.story()).endsWith("EventPassed", "Failed 502 committed");
    }

    @Test
    @Rows({48, 50})
    void cancelsTheUpstreamWhenTheClientLeavesBeforeTheFirstToken() {
        upstream.script(new Step.Stall());
        try (TestGateway gateway = passing()) {
            RawClient client = gateway.client().post("/v1/messages", ASKED);
            upstream.request();
            client.close();
            upstream.departure();
        }
        assertThat(listener.story()).endsWith("Sent 1", "Abandoned");
    }

    @Test
    @Rows({49, 50})
    void cancelsTheUpstreamWhenTheClientOfAWholeAnswerLeaves() {
        upstream.script(new Step.Stall());
        try (TestGateway gateway = translating()) {
            RawClient client = gateway.client().post("/v1/messages", ASKED_WHOLE);
            upstream.request();
            client.close();
            upstream.departure();
        }
        assertThat(listener.story()).endsWith("Sent 1", "Abandoned");
    }

    @Test
    @Rows({47, 50})
    void cancelsTheUpstreamWhenTheClientLeavesInTheMiddle() {
        upstream.script(streamHead(), chunk(START + BLOCK_START + text("one")), new Step.Stall());
        try (TestGateway gateway = passing()) {
            RawClient client = gateway.client().post("/v1/messages", ASKED);
            client.head();
            client.chunk();
            client.close();
            upstream.departure();
        }
        assertThat(listener.story()).endsWith("EventPassed", "Abandoned");
    }

    @Test
    void servesASecondRequestOnAConnectionThatWasWatched() {
        upstream.script(
                new Step.Stall(), answer(200, "application/json", "{\"type\":\"message\",\"content\":[],\"n\":1}"));
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED_WHOLE);
            Runnable resume = upstream.stalled();
            // the watch has begun once a second exchange, later than the first, was watched too
            try (RawClient other = gateway.client()) {
                upstream.script(new Step.Stall());
                other.post("/v1/messages", ASKED_WHOLE);
                upstream.request();
                upstream.stalled();
            }
            upstream.departure();
            resume.run();
            upstream.script(answer(200, "application/json", "{\"type\":\"message\",\"content\":[],\"n\":2}"));
            assertThat(client.reply().body()).contains("\"n\":1");
            assertThat(client.post("/v1/messages", ASKED_WHOLE).reply().body()).contains("\"n\":2");
        }
    }

    @Test
    @Rows(135)
    void relaysStatusAndFieldsOfARefusal() {
        upstream.script(answer(
                429,
                "application/json",
                "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow down, please\"}}",
                "retry-after: 7",
                "anthropic-ratelimit-requests-remaining: 0",
                "request-id: req_up",
                "set-cookie: a=b",
                "access-control-allow-origin: *"));
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.field("retry-after")).contains("7");
            assertThat(reply.field("anthropic-ratelimit-requests-remaining")).contains("0");
            assertThat(reply.field("request-id")).contains("req_up");
            assertThat(reply.field("set-cookie")).isEmpty();
            assertThat(reply.field("access-control-allow-origin")).isEmpty();
            assertThat(reply.body())
                    .isEqualTo(
                            "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow down, please\"},\"request_id\":\"req_up\"}");
        }
        assertThat(listener.story()).endsWith("Answered 1 429", "Failed 429");
    }

    @Test
    void tellsTheClientNotToRetryARejectedKey() {
        upstream.script(answer(401, "application/json", "{\"error\":{\"message\":\"bad key\"}}", "retry-after: 7"));
        try (TestGateway gateway = translating();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.field("x-should-retry")).contains("false");
            assertThat(reply.field("retry-after")).contains("7");
            assertThat(reply.body()).contains("authentication_error", "bad key");
        }
    }

    @Test
    void neverFollowsARedirect() {
        upstream.script(answer(307, "text/plain", "", "location: http://127.0.0.1:1/elsewhere"));
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.body()).contains("redirect");
            assertThat(reply.field("location")).isEmpty();
        }
    }

    @Test
    void endsAStreamWhoseUpstreamFellSilent() {
        upstream.script(streamHead(), chunk(START + BLOCK_START + text("one")), new Step.Stall());
        try (TestGateway gateway = impatient(Duration.ofSeconds(60), Duration.ofMillis(300));
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED).head();
            client.chunk();
            assertThat(client.chunk().orElseThrow()).contains("event: error", "\"type\":\"api_error\"", "fell silent");
            upstream.departure();
        }
        assertThat(listener.story()).endsWith("Failed 504 committed");
    }

    @Test
    void answersTimeoutWhenNoHeadComes() {
        upstream.script(new Step.Stall());
        try (TestGateway gateway = impatient(Duration.ofMillis(300), Duration.ofSeconds(60));
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(504);
            assertThat(reply.body()).contains("timeout_error", "did not answer within");
        }
    }

    @Test
    void saysWhoRefusedTheConnection() {
        int port = upstream.port();
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            // not before the gateway has a port of its own: it may be given this one
            upstream.close();
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.body()).contains("channel up: 127.0.0.1:" + port + " refused the connection");
        }
    }

    @Test
    void sendsAgainOnAFreshConnectionWhenAKeptOneWasClosed() {
        String message = "{\"type\":\"message\",\"content\":[]}";
        upstream.script(answer(200, "application/json", message), new Step.Cut());
        upstream.script(answer(200, "application/json", message));
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            assertThat(client.post("/v1/messages", ASKED_WHOLE).reply().status())
                    .isEqualTo(200);
            assertThat(client.post("/v1/messages", ASKED_WHOLE).reply().status())
                    .isEqualTo(200);
            assertThat(upstream.request().connection())
                    .isNotEqualTo(upstream.request().connection());
        }
    }

    @Test
    void keepsTheUpstreamConnectionBetweenStreams() {
        for (int i = 0; i < 2; i++) {
            upstream.script(streamHead(), chunk(START + BLOCK_START + text("one") + END), lastChunk());
        }
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED).reply();
            client.post("/v1/messages", ASKED).reply();
            assertThat(upstream.request().connection())
                    .isEqualTo(upstream.request().connection());
        }
    }

    @Test
    void refusesABodyThatIsNoRequest() {
        try (TestGateway gateway = passing();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", "{\"model\": ").reply();
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("invalid_request_error", "not valid JSON");
        }
        assertThat(listener.story()).containsExactly("Arrived MESSAGES", "Failed 400");
    }
}
