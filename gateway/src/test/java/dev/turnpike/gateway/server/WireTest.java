package dev.turnpike.gateway.server;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import dev.turnpike.testing.TestGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP itself: framing, odd requests, and what stays of a connection after each kind of answer.
class WireTest {
    private static final String MESSAGE = "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}";
    private static final String ASKED =
            "{\"model\":\"claude-x\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String POST = "POST /v1/messages HTTP/1.1\r\nhost: localhost\r\n";
    private static final int LIMIT = 32 * 1024 * 1024;

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private TestGateway open() {
        return TestGateway.with(List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))));
    }

    private static RawClient write(RawClient client, String text) {
        return client.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertIsError(RawClient.Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.field("content-type")).contains("application/json");
        String id = reply.field("request-id").orElseThrow();
        assertThat(reply.body())
                .startsWith("{\"type\":\"error\",\"error\":{\"type\":\"")
                .endsWith("\"request_id\":\"" + id + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 5\r\ncontent-length: 6\r\n\r\nhello",
                "content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
                "x-odd: 1\r\n folded\r\ncontent-length: 0\r\n\r\n",
                "content-length: -1\r\n\r\n",
                "content-length: 5x\r\n\r\nhello",
                "x-odd : 1\r\n\r\n",
                "transfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
                "transfer-encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n",
                "transfer-encoding: gzip\r\n\r\n"
            })
    void refusesWhatCouldBeReadInTwoWays(String rest) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = write(client, POST + rest).reply();
            assertIsError(reply, 400);
            assertThat(reply.field("connection")).contains("close");
            assertThat(upstream.waiting()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /health HTTP/1.0|505",
                "GET /health HTTP/2.0|400",
                "GET  HTTP/1.1|400",
                "GET /health?a={b} HTTP/1.1|400",
                "GET /health|400"
            })
    void refusesALineThatIsNoRequest(String line, int status) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            assertIsError(write(client, line + "\r\nhost: localhost\r\n\r\n").reply(), status);
        }
    }

    @Test
    void refusesARequestWithoutAHost() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            assertIsError(write(client, "GET /health HTTP/1.1\r\n\r\n").reply(), 400);
        }
    }

    @Test
    void refusesMoreHeaderThanItReads() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            String long1 = "x-long: " + "x".repeat(20_000) + "\r\n";
            assertThat(write(client, POST + long1 + "\r\n").reply().status()).isBetween(400, 431);
        }
    }

    @Test
    void readsAChunkedBody() {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, POST + "transfer-encoding: chunked\r\n\r\n");
            for (String piece : ASKED.split("(?<=e)", -1)) {
                write(client, Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
            }
            assertThat(write(client, "0\r\n\r\n").reply().body()).isEqualTo(MESSAGE);
            assertThat(upstream.request().text()).isEqualTo(ASKED.replace("claude-x", "served"));
        }
    }

    /// In the same piece as the head, in part, or later; with the next request behind it.
    @ParameterizedTest
    @CsvSource({"0,200", "200,200", "50,300", "0,5000", "4000,5000", "3,300000", "200000,300000", "300000,300000"})
    void takesABodyHoweverItArrives(int withHead, int length) {
        upstream.script(answer(200, "application/json", MESSAGE));
        String body = ASKED + " ".repeat(length - ASKED.length());
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, POST + "content-length: " + length + "\r\n\r\n" + body.substring(0, withHead));
            write(client, body.substring(withHead)).get("/health");
            assertThat(client.reply().body()).isEqualTo(MESSAGE);
            assertThat(upstream.request().text()).isEqualTo(body.replace("claude-x", "served"));
            assertThat(client.reply().body()).contains("\"status\":\"ok\"");
        }
    }

    /// Every client that waits by now is watched once a later one was.
    private void awaitWatch(TestGateway gateway) {
        try (RawClient other = gateway.client()) {
            upstream.script(new Step.Stall());
            other.post("/v1/messages", ASKED);
            upstream.request();
            upstream.stalled();
        }
        upstream.departure();
    }

    /// The watch over the client of the first request reads what belongs to the body of the second.
    @Test
    void takesABodyWhoseHeadCameBeforeTheAnswerToTheLastRequest() {
        upstream.script(new Step.Stall(), answer(200, "application/json", MESSAGE));
        String body = ASKED + " ".repeat(5000 - ASKED.length());
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(
                    client,
                    POST + "content-length: " + ASKED.length() + "\r\n\r\n" + ASKED + POST
                            + "content-length: 5000\r\n\r\n");
            Runnable resume = upstream.stalled();
            upstream.request();
            awaitWatch(gateway);
            upstream.script(answer(200, "application/json", MESSAGE));
            write(client, body);
            resume.run();
            assertThat(client.reply().body()).isEqualTo(MESSAGE);
            assertThat(client.reply().body()).isEqualTo(MESSAGE);
            assertThat(upstream.request().text()).isEqualTo(body.replace("claude-x", "served"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,false,200", "1,false,413", "0,true,200", "1,true,413"})
    void takes32MiBAndNotAByteMore(int more, boolean chunked, int status) {
        upstream.script(answer(200, "application/json", MESSAGE));
        String body = ASKED + " ".repeat(LIMIT + more - ASKED.length());
        String framing = chunked
                ? "transfer-encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                : "content-length: " + body.length() + "\r\n\r\n";
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, POST + framing + body + (chunked ? "\r\n0\r\n\r\n" : ""));
            RawClient.Reply reply = client.reply();
            assertThat(reply.status()).isEqualTo(status);
            if (status == 413) {
                assertIsError(reply, 413);
            }
        }
    }

    @Test
    void asksForTheBodyOfARequestThatExpectsToBeAsked() {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, POST + "expect: 100-continue\r\ncontent-length: " + ASKED.length() + "\r\n\r\n");
            assertThat(client.head().status()).isEqualTo(100);
            assertThat(write(client, ASKED).reply().body()).isEqualTo(MESSAGE);
        }
    }

    @Test
    void asksForNoBodyThatItRefuses() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, POST + "origin: http://x\r\nexpect: 100-continue\r\ncontent-length: 5\r\n\r\n");
            RawClient.Reply reply = client.reply();
            assertIsError(reply, 403);
            assertThat(reply.field("connection")).contains("close");
        }
    }

    @Test
    void answersARequestThatCameBeforeTheAnswerToTheLastOne() {
        upstream.script(new Step.Stall(), answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            client.post("/v1/messages", ASKED);
            Runnable resume = upstream.stalled();
            client.get("/health").get("/v1/models");
            resume.run();
            assertThat(client.reply().body()).isEqualTo(MESSAGE);
            assertThat(client.reply().body()).contains("\"status\":\"ok\"");
            assertThat(client.reply().body()).contains("\"data\":");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/v1/messages,405,POST",
        "GET,/v1/messages/count_tokens,405,POST",
        "POST,/health,405,'GET, HEAD'",
        "PUT,/v1/models,405,'GET, HEAD'"
    })
    void namesTheMethodsThatAPathTakes(String method, String path, int status, String allowed) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.send(method, path, new byte[0]).reply();
            assertIsError(reply, status);
            assertThat(reply.field("allow")).contains(allowed);
            assertThat(client.get("/health").reply().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/,200", "/health,200", "/v1/models,200", "/v1/models/nope,404", "/nope,404", "/v1/messages,405"})
    void sendsNoBodyAfterAHead(String path, int status) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            assertThat(client.send("HEAD", path, new byte[0]).head().status()).isEqualTo(status);
            assertThat(client.get("/health").reply().body()).contains("\"status\":\"ok\"");
        }
    }

    @Test
    void refusesAnEmptyBody() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            assertIsError(client.post("/v1/messages", "").reply(), 400);
            assertIsError(client.post("/v1/messages", "hello").reply(), 400);
            assertIsError(client.post("/v1/messages", "[1]").reply(), 400);
            assertThat(client.get("/health").reply().status()).isEqualTo(200);
        }
    }

    @Test
    void tellsNobodyToRetryWithAWrongKey() {
        try (TestGateway gateway = TestGateway.with(Optional.of("local-key"), List.of());
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED).reply();
            assertIsError(reply, 401);
            assertThat(reply.field("x-should-retry")).contains("false");
            assertThat(client.get("/health").reply().status()).isEqualTo(200);
        }
    }

    @Test
    void tellsNobodyToRetryAfterAnErrorInTheStreamThatIsAboutTheKey() {
        upstream.script(
                answer(
                        200,
                        "text/event-stream",
                        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"bad\"}}\n\n"));
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED.replace("1,", "1,\"stream\":true,"))
                    .reply();
            assertIsError(reply, 401);
            assertThat(reply.field("x-should-retry")).contains("false");
        }
    }

    @Test
    void givesBackWhatABodyTookWhenTheClientLeavesInTheMiddle() {
        try (TestGateway gateway = open()) {
            for (int i = 0; i < 3; i++) {
                try (RawClient client = gateway.client()) {
                    write(client, POST + "content-length: 1000\r\n\r\nhello");
                }
            }
            upstream.script(answer(200, "application/json", MESSAGE));
            try (RawClient client = gateway.client()) {
                assertThat(client.post("/v1/messages", ASKED).reply().status()).isEqualTo(200);
            }
        }
    }
}
