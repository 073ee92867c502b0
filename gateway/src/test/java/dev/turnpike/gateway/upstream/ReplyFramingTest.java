package dev.turnpike.gateway.upstream;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.HandClock;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import dev.turnpike.testing.SocketServer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where an answer ends (RFC 9112 6), and that nothing behind its end is ever taken for the next one. In the scripts
/// `~`
/// is the end of a line.
class ReplyFramingTest {
    private static final String OK = "{\"ok\":true}";
    private static final String HEAD = "HTTP/1.1 200 OK~content-type: application/json~";
    private static final String SMUGGLED = HEAD + "content-length: 12~~{\"ok\":false}";

    private final HandClock clock = new HandClock();
    private final ScriptedUpstream server = new ScriptedUpstream();
    private final HttpUpstream upstream =
            new HttpUpstream(() -> (SSLSocketFactory) SSLSocketFactory.getDefault(), clock, InetAddress::getAllByName);

    @AfterEach
    void close() {
        upstream.close();
        server.close();
    }

    private String send() {
        return send("POST", server.uri("/"));
    }

    private String send(String method, URI uri) {
        byte[] body = method.equals("POST") ? new byte[] {'x'} : new byte[0];
        UpstreamReply reply = upstream.send(
                new UpstreamCall(method, uri, Headers.empty(), body, Duration.ofSeconds(5), null, null),
                new Cancellation());
        return switch (reply) {
            case UpstreamReply.Whole r -> new String(r.body(), StandardCharsets.UTF_8);
            case UpstreamReply.Refused r -> r.status() + " " + new String(r.body(), StandardCharsets.UTF_8);
            case UpstreamReply.Broken r -> "broken: " + r.why();
            case UpstreamReply.Unreachable r -> "unreachable: " + r.why();
            case UpstreamReply.Streaming r -> "a stream";
        };
    }

    private static String wire(String text) {
        return text.replace("~", "\r\n");
    }

    private static Step raw(String text) {
        return Step.send(wire(text));
    }

    private void assertTheNextCallIsUnhurt(boolean sameConnection) {
        int last = server.request().connection();
        server.script(answer(200, "application/json", OK));
        assertThat(send()).isEqualTo(OK);
        assertThat(server.request().connection() == last).isEqualTo(sameConnection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 5~content-length: 6~~hello",
                "content-length: 5, 6~~hello",
                "content-length: -5~~hello",
                "content-length: +5~~hello",
                "content-length: 5x~~hello",
                "content-length: 0x5~~hello",
                "content-length: ~~hello",
                "content-length: 99999999999999999999~~hello",
                "transfer-encoding: gzip~~hello",
                "transfer-encoding: identity~~hello",
                "transfer-encoding: identity, chunked~~5~hello~0~~",
                "transfer-encoding: chunked, chunked~~5~hello~0~~",
                "transfer-encoding: chunked~transfer-encoding: identity~~5~hello~0~~",
                "transfer-encoding: chunked~transfer-encoding: chunked~~5~hello~0~~",
                "transfer-encoding: xchunked~content-length: 5~~hello",
                "transfer-encoding: \u000bchunked~~5~hello~0~~"
            })
    void refusesALengthThatCouldBeReadInTwoWays(String rest) {
        server.script(raw(HEAD + rest));
        assertThat(send()).startsWith("broken: ").contains("did not answer in valid HTTP");
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fffffffffffffffff~hello~0~~",
                "-5~hello~0~~",
                "5x~hello~0~~",
                "0x5~hello~0~~",
                "5 5~hello~0~~",
                "~hello~0~~",
                "5~helloo~0~~",
                "5~hello0~~"
            })
    void refusesChunksThatAreNotFramedAsTheyMustBe(String chunks) {
        server.script(raw(HEAD + "transfer-encoding: chunked~~" + chunks));
        assertThat(send()).startsWith("broken: ").contains("did not answer in valid HTTP");
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length : 5~~hello",
                "content-length\t: 5~~hello",
                "no colon~content-length: 5~~hello",
                ": nameless~content-length: 5~~hello",
                "x-odd: a\rcontent-length: 0~content-length: 5~~hello",
                "x-odd: a\u0000b~content-length: 5~~hello"
            })
    void refusesAHeaderThatCouldBeReadInTwoWays(String rest) {
        server.script(raw(HEAD + rest));
        assertThat(send()).startsWith("broken: ").contains("did not answer in valid HTTP");
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK~ content-length: 5~~hello",
                "HTTP/1.1 200 O\rK~content-length: 5~~hello",
                "HTTP/2.0 200 OK~content-length: 5~~hello",
                "HTTP/1.1 2000 OK~content-length: 5~~hello",
                "HTTP/1.1 099 OK~content-length: 5~~hello",
                "HTTP/1.1 101 Switching Protocols~upgrade: x~~hello"
            })
    void refusesAHeadThatIsNone(String head) {
        server.script(raw(head));
        assertThat(send()).startsWith("broken: ").contains("did not answer in valid HTTP");
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 2",
                "HTTP/1.1 200 OK~",
                "HTTP/1.1 200 OK~content-type: application/json~",
                "HTTP/1.1 200 OK~content-type: application/json~content-len",
                "HTTP/1.1 100 Continue~~HTTP/1.1 200 OK~content-type: application/json~"
            })
    void takesNoTornHeadForAWholeOne(String torn) {
        server.script(raw(torn), new Step.Cut());
        assertThat(send()).startsWith("broken: ");
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void joinsAFieldThatIsFolded() {
        server.script(raw("HTTP/1.1 200 OK~content-type:~ application/json~content-length: 11~~" + OK));
        assertThat(send()).isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK~content-type: application/json~content-length: 3~transfer-encoding: chunked~~",
                "HTTP/1.1 200 OK~content-type: application/json~transfer-encoding: chunked~content-length: 16~~",
                "HTTP/1.0 200 OK~content-type: application/json~connection: keep-alive~transfer-encoding: chunked~~"
            })
    void readsTheChunksButKeepsNoConnectionThatSaidSomethingElseToo(String head) {
        server.script(raw(head + "b~" + OK + "~0~~"));
        assertThat(send()).isEqualTo(OK);
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 11~~" + OK,
                "content-length: 011~~" + OK,
                "transfer-encoding: Chunked~~b~" + OK + "~0~~",
                "transfer-encoding: chunked~~5;a=b;c~{\"ok\"~006 ; x=\"y\"~:true}~000~~",
                "transfer-encoding: chunked~trailer: x-sum~~b~" + OK + "~0;last~x-sum: 1~content-length: 5~x-more: 2~~"
            })
    void keepsAConnectionWhoseAnswerHasAClearEnd(String rest) {
        server.script(raw(HEAD + rest));
        assertThat(send()).isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content~~",
                "HTTP/1.1 204 No Content~content-length: 0~~",
                "HTTP/1.1 304 Not Modified~content-length: 5~~"
            })
    void keepsAConnectionWhoseAnswerHasNoBody(String head) {
        server.script(raw(head));
        assertThat(send()).isIn("", "304 ");
        assertTheNextCallIsUnhurt(true);
    }

    @Test
    void expectsNoBodyOfTheAnswerToAHead() {
        server.script(raw(HEAD + "content-length: 5~~"));
        assertThat(send("HEAD", server.uri("/"))).isEmpty();
        assertTheNextCallIsUnhurt(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "content-length: 11~~" + OK,
                HEAD + "transfer-encoding: chunked~~b~" + OK + "~0~~",
                HEAD + "transfer-encoding: chunked~~b~" + OK + "~0~x-sum: 1~~",
                HEAD + "content-length: 0~~",
                "HTTP/1.1 204 No Content~content-length: 5~~",
                "HTTP/1.1 304 Not Modified~content-length: 5~~",
                "HTTP/1.1 400 Bad~content-length: 2~~no"
            })
    void takesNothingBehindAnAnswerForTheNextOne(String answer) {
        for (String rest : new String[] {SMUGGLED, "~", "x"}) {
            server.script(raw(answer + rest));
            assertThat(send()).isIn(OK, "", "304 ", "400 no");
            assertTheNextCallIsUnhurt(false);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_001})
    void takesNothingThatCameWhileAConnectionRestedForAnAnswer(long restedMillis) throws Exception {
        CountDownLatch resting = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (SocketServer talkative = new SocketServer(client -> {
            SocketServer.head(client.getInputStream());
            client.getInputStream().read();
            SocketServer.write(client, wire(HEAD + "content-length: 11~~" + OK));
            await(resting);
            SocketServer.write(client, wire(SMUGGLED));
            written.countDown();
            client.getInputStream().read();
        })) {
            URI uri = URI.create("http://127.0.0.1:" + talkative.port() + "/");
            assertThat(send("POST", uri)).isEqualTo(OK);
            resting.countDown();
            await(written);
            clock.forward(Duration.ofMillis(restedMillis));
            assertThat(send("POST", uri)).isEqualTo(OK);
            assertThat(talkative.connections()).isEqualTo(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 200 OK~", "HTTP/1.1 100 Continue~~", HEAD + "content-length: 11~~{"})
    void asksNobodyAgainWhoseAnswerHadBegun(String begun) {
        for (Step end : new Step[] {new Step.Cut(), new Step.Reset()}) {
            server.script(answer(200, "application/json", OK));
            assertThat(send()).isEqualTo(OK);
            server.script(raw(begun), end);
            assertThat(send()).startsWith("broken: ");
            assertThat(server.request().connection()).isEqualTo(server.request().connection());
            assertThat(server.waiting()).isZero();
        }
    }

    @Test
    void takes64KiBOfHeadAndNoMore() {
        String field = "x-long: " + "x".repeat(1000 - "x-long: ~~".length() + 1) + "~";
        server.script(raw(HEAD + field.repeat(65) + "content-length: 11~~" + OK));
        assertThat(send()).isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
        server.script(raw(HEAD + field.repeat(66) + "content-length: 11~~" + OK));
        assertThat(send()).isEqualTo("broken: 127.0.0.1:" + server.port() + " sent a header that is too long");
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void takes256FieldsAndNoMore() {
        server.script(raw(HEAD + "x: 1~".repeat(254) + "content-length: 11~~" + OK));
        assertThat(send()).isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
        server.script(raw(HEAD + "x: 1~".repeat(255) + "content-length: 11~~" + OK));
        assertThat(send()).isEqualTo("broken: 127.0.0.1:" + server.port() + " sent a header that is too long");
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void waitsForNoAnswerBehindEndlessInterimOnes() {
        server.script(raw("HTTP/1.1 102 Processing~~".repeat(1000)), new Step.Stall());
        assertThat(send()).startsWith("broken: ").contains("interim answers and nothing else");
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void looksPastEmptyLinesBeforeAnAnswerButNotForEver() {
        server.script(raw("~~" + HEAD + "content-length: 11~~" + OK));
        assertThat(send()).isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
        server.script(raw("~".repeat(1000)), new Step.Stall());
        assertThat(send()).startsWith("broken: ");
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void readsToTheEndOfTheConnectionWhereNothingElseIsSaid() {
        server.script(raw(HEAD + "~" + OK + SMUGGLED.substring(0, 8)), new Step.Cut());
        assertThat(send()).isEqualTo(OK + SMUGGLED.substring(0, 8));
        assertTheNextCallIsUnhurt(false);
    }
}
