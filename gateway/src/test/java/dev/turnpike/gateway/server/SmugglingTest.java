package dev.turnpike.gateway.server;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that somebody else could read differently (RFC 9112 11.2): none is passed on, none makes two of one. In the
/// texts `~` is the end of a line.
class SmugglingTest {
    private static final String MESSAGE = "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}";
    private static final String ASKED =
            "{\"model\":\"claude-x\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String POST = "POST /v1/messages HTTP/1.1~host: localhost~";
    private static final String SECOND = "GET /health HTTP/1.1~host: localhost~~";

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private TestGateway open() {
        return TestGateway.with(List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))));
    }

    private static RawClient write(RawClient client, String text) {
        return client.write(text.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// One refusal, and then nothing but the end of the connection.
    private void assertRefused(String request) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply = write(client, request).finish().reply();
            assertThat(reply.status()).isIn(400, 501);
            assertThat(reply.body()).startsWith("{\"type\":\"error\",\"error\":{\"type\":\"");
            assertThat(reply.field("connection")).contains("close");
            assertThat(client.isClosed()).isTrue();
            assertThat(upstream.waiting()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 5~transfer-encoding: chunked~~0~~",
                "transfer-encoding: chunked~content-length: 5~~0~~",
                "content-length: 0~content-length: 5~~hello",
                "content-length: 5~content-length: 5~~hello",
                "content-length: 0, 5~~hello",
                "content-length: +5~~hello",
                "content-length: -5~~hello",
                "content-length: 0x5~~hello",
                "content-length: 5 5~~hello",
                "content-length: ~~hello",
                "content-length: 99999999999999999999~~hello"
            })
    void refusesALengthThatCouldBeReadInTwoWays(String rest) {
        assertRefused(POST + rest + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer-encoding: identity~~",
                "transfer-encoding: gzip, chunked~~0~~",
                "transfer-encoding: identity, chunked~~0~~",
                "transfer-encoding: chunked, identity~~0~~",
                "transfer-encoding: chunked, chunked~~0~~",
                "transfer-encoding: chunked~transfer-encoding: identity~~0~~",
                "transfer-encoding: identity~transfer-encoding: chunked~~0~~",
                "transfer-encoding: xchunked~~0~~",
                "transfer-encoding: chunked;x~~0~~",
                "transfer-encoding: \u000bchunked~~0~~",
                "transfer-encoding: ~~0~~"
            })
    void refusesACodingThatItDoesNotKnow(String rest) {
        assertRefused(POST + rest + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5~hello~0~~",
                "+5~hello~0~~",
                "0x5~hello~0~~",
                "5x~hello~0~~",
                "~hello~0~~",
                "fffffffffffffffff~hello~0~~",
                "100000005~hello~0~~",
                "5\nhello~0~~",
                "5~hello\n0~~",
                "5~hello0~~",
                "5~helloo~0~~",
                "5;a\nhello~0~~",
                "2;a\nxx~0~~",
                "5;a\rb~hello~0~~",
                "5~helloXX0~~",
                "5~hello\n\n0~~",
                "5~hello~0~x~0~~",
                "5~hello~0~x-sum: 1\n0~~"
            })
    void refusesChunksThatAreNotFramedAsTheyMustBe(String chunks) {
        assertRefused(POST + "transfer-encoding: chunked~~" + chunks + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-odd: 1~ content-length: 5~~hello",
                "x-odd: 1~\tfolded~content-length: 5~~hello",
                "content-length : 5~~hello",
                "content-length\t: 5~~hello",
                "no colon~content-length: 5~~hello",
                "x odd: 1~content-length: 5~~hello",
                "x-od\u0000d: 1~content-length: 5~~hello",
                "x-odd: a\rcontent-length: 0~content-length: 5~~hello",
                "x-odd: a\rb~content-length: 5~~hello",
                "x-odd: a\u0000b~content-length: 5~~hello",
                "x-odd: 1\ncontent-length: 0~content-length: 5~~hello"
            })
    void refusesAHeaderThatCouldBeReadInTwoWays(String rest) {
        assertRefused(POST + rest + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/messages HTTP/1.1~ host: localhost~content-length: 5~~hello",
                "POST /v1/messages HTTP/1.1\nhost: localhost\ncontent-length: 5\n\nhello",
                "POST /v1/messages\tHTTP/1.1~host: localhost~content-length: 5~~hello",
                "POST  /v1/messages HTTP/1.1~host: localhost~content-length: 5~~hello",
                "POST /v1/messages HTTP/1.1 HTTP/1.1~host: localhost~content-length: 5~~hello",
                "POST /v1/messages HTTP/1.1~host: localhost~host: elsewhere~content-length: 5~~hello"
            })
    void refusesALineThatCouldBeReadInTwoWays(String request) {
        assertRefused(request + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1~host: localhost~content-length: ",
                "GET /v1/models HTTP/1.1~host: localhost~content-length: ",
                "POST /health HTTP/1.1~host: localhost~content-length: ",
                "DELETE /nowhere HTTP/1.1~host: localhost~content-length: ",
                "POST /v1/messages HTTP/1.1~host: localhost~origin: http://x~content-length: "
            })
    void takesNoBodyForARequest(String head) {
        String smuggled = "GET /metrics HTTP/1.1~host: localhost~~";
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, head + smuggled.replace("~", "\r\n").length() + "~~" + smuggled);
            RawClient.Reply reply = client.reply();
            if (!reply.field("connection").orElse("").equals("close")) {
                assertThat(write(client, SECOND).reply().body()).contains("\"status\":\"ok\"");
                client.get("/health", "connection: close").reply();
            }
            assertThat(client.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /health", "GET /v1/models", "DELETE /nowhere", "POST /v1/messages"})
    void answersNothingAfterABodyThatNobodyWantedAndThatHasNoEnd(String line) {
        for (String chunks : List.of("zz~", "5~helloXX0~~", "0~x~0~~")) {
            try (TestGateway gateway = open();
                    RawClient client = gateway.client()) {
                write(client, line + " HTTP/1.1~host: localhost~transfer-encoding: chunked~~" + chunks + SECOND)
                        .finish();
                assertThat(client.reply().field("connection")).contains("close");
                assertThat(client.isClosed()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST http://localhost/v1/messages HTTP/1.1~host: localhost~content-length: 5~~hello",
                "POST http://elsewhere/v1/messages HTTP/1.1~host: localhost~content-length: 5~~hello",
                "CONNECT elsewhere:443 HTTP/1.1~host: localhost~~",
                "OPTIONS * HTTP/1.1~host: localhost~~"
            })
    void isNoProxy(String request) {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, request + SECOND).finish();
            assertThat(client.reply().status()).isEqualTo(404);
            assertThat(client.reply().body()).contains("\"status\":\"ok\"");
            assertThat(client.isClosed()).isTrue();
            assertThat(upstream.waiting()).isZero();
        }
    }

    @Test
    void passesNoFieldWithoutANameOn() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            RawClient.Reply reply =
                    client.post("/v1/messages", ASKED, ": nameless").reply();
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("a header has no name");
            assertThat(upstream.waiting()).isZero();
        }
    }

    @Test
    void answersNothingAfterAMethodThatIsNoWord() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, "PO\u0000ST /v1/messages HTTP/1.1~host: localhost~content-length: 0~~" + SECOND)
                    .finish();
            assertThat(client.reply().status()).isGreaterThanOrEqualTo(400);
            assertThat(client.isClosed()).isTrue();
            assertThat(upstream.waiting()).isZero();
        }
    }

    @Test
    void readsExtensionsAndTrailersAsWhatTheyAre() {
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            String chunk = "0" + Integer.toHexString(ASKED.length()) + " ;a=b;c~" + ASKED + "~00;d~";
            for (String trailers : List.of("~", "x-sum: 1~content-length: 9~~")) {
                upstream.script(answer(200, "application/json", MESSAGE));
                write(client, POST + "transfer-encoding: chunked~~" + chunk + trailers + SECOND);
                assertThat(client.reply().body()).isEqualTo(MESSAGE);
                assertThat(client.reply().body()).contains("\"status\":\"ok\"");
                assertThat(upstream.request().text()).isEqualTo(ASKED.replace("claude-x", "served"));
            }
        }
    }

    @Test
    void readsNoEndlessLinesBetweenChunks() {
        assertRefused(POST + "transfer-encoding: chunked~~5~hello~0~" + "x: 1~".repeat(101) + "~");
        assertRefused(POST + "transfer-encoding: chunked~~5~hello~0~x: " + "1".repeat(9_000) + "~~");
        assertRefused(POST + "transfer-encoding: chunked~~5;" + "a".repeat(9_000) + "~hello~0~~");
    }

    @Test
    void passesNoExpectationOnAndNoLengthButItsOwn() {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (TestGateway gateway = open();
                RawClient client = gateway.client()) {
            write(client, POST + "expect: 100-continue~content-length: " + ASKED.length() + "~~");
            assertThat(client.head().status()).isEqualTo(100);
            assertThat(write(client, ASKED).reply().body()).isEqualTo(MESSAGE);
            ScriptedUpstream.Request request = upstream.request();
            assertThat(request.field("expect")).isEmpty();
            assertThat(request.fields().stream().filter(f -> f.startsWith("content-length")))
                    .hasSize(1);
        }
    }

    @Test
    void writesNoFieldThatStandsInTheNameOfAModel() {
        upstream.script(answer(200, "application/json", MESSAGE));
        String evil = "served\r\nx-evil: 1\r\n\r\nGET /evil HTTP/1.1\r\n\r\n";
        try (TestGateway gateway = TestGateway.with(List.of(TestGateway.channel(
                        "up", UpstreamProtocol.ANTHROPIC, upstream.uri(""), AuthStyle.AUTO, Timeouts.DEFAULT, evil)));
                RawClient client = gateway.client()) {
            RawClient.Reply reply = client.post("/v1/messages", ASKED.replace("claude-x", "a\\r\\nx-evil: 1"))
                    .reply();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.field("x-evil")).isEmpty();
            assertThat(reply.field("x-turnpike-model").orElseThrow()).startsWith("served??x-evil: 1");
            ScriptedUpstream.Request request = upstream.request();
            assertThat(request.field("x-evil")).isEmpty();
            assertThat(request.text()).contains("served\\r\\nx-evil: 1");
            assertThat(client.get("/health").reply().status()).isEqualTo(200);
            assertThat(upstream.waiting()).isZero();
        }
    }

    @Test
    void refusesATargetThatWouldBreakTheLineUpstream() {
        for (String query : List.of("a=%0d%0ax-evil:%201", "a=b%20HTTP/1.1")) {
            upstream.script(answer(200, "application/json", MESSAGE));
            try (TestGateway gateway = open();
                    RawClient client = gateway.client()) {
                assertThat(client.post("/v1/messages?" + query, ASKED).reply().status())
                        .isEqualTo(200);
                ScriptedUpstream.Request request = upstream.request();
                assertThat(request.line()).isEqualTo("POST /v1/messages?" + query + " HTTP/1.1");
                assertThat(request.field("x-evil")).isEmpty();
            }
        }
    }
}
