package dev.turnpike.gateway.upstream;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.HandClock;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import dev.turnpike.testing.SocketServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an upstream may do to a call, over real sockets.
class HttpUpstreamTest {
    private static final String OK = "{\"ok\":true}";

    private final HandClock clock = new HandClock();
    private final ScriptedUpstream server = new ScriptedUpstream();
    private final HttpUpstream upstream =
            new HttpUpstream(() -> (SSLSocketFactory) SSLSocketFactory.getDefault(), clock, InetAddress::getAllByName);

    @AfterEach
    void close() {
        upstream.close();
        server.close();
    }

    private static UpstreamCall post(URI uri, byte[] body) {
        return new UpstreamCall("POST", uri, Headers.empty(), body, Duration.ofSeconds(5), null, null);
    }

    private UpstreamReply send() {
        return send(new Cancellation());
    }

    private UpstreamReply send(Cancellation cancellation) {
        return upstream.send(post(server.uri("/"), new byte[] {'x'}), cancellation);
    }

    private static String text(UpstreamReply reply) {
        return switch (reply) {
            case UpstreamReply.Whole r -> new String(r.body(), StandardCharsets.UTF_8);
            case UpstreamReply.Refused r -> r.status() + " " + new String(r.body(), StandardCharsets.UTF_8);
            case UpstreamReply.Broken r -> "broken: " + r.why();
            case UpstreamReply.Unreachable r -> "unreachable: " + r.why();
            case UpstreamReply.Streaming r -> read(r.stream());
        };
    }

    private static String read(ReplyStream stream) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[100];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        stream.drain();
        stream.close();
        return text + stream.cut().map(why -> " cut: " + why).orElse("");
    }

    private static <T> T within10Seconds(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    private void assertTheNextCallIsUnhurt(boolean sameConnection) {
        int last = server.request().connection();
        server.script(answer(200, "application/json", OK));
        assertThat(text(send())).isEqualTo(OK);
        assertThat(server.request().connection() == last).isEqualTo(sameConnection);
    }

    @Test
    void readsABodyWithALengthAndKeepsTheConnection() {
        server.script(answer(200, "application/json", OK));
        assertThat(text(send())).isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
    }

    @Test
    void readsAChunkedStreamAndKeepsTheConnection() {
        server.script(streamHead(), chunk("data: 1\n\n"), chunk("data: 2\n\n"), lastChunk());
        assertThat(text(send())).isEqualTo("data: 1\n\ndata: 2\n\n");
        assertTheNextCallIsUnhurt(true);
    }

    @Test
    void readsABodyThatEndsWithTheConnection() {
        server.script(Step.send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n" + OK), new Step.Cut());
        assertThat(text(send())).isEqualTo(OK);
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{\"ok\"",
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n14\r\n{\"ok\"",
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"ok\"\r\n"
            })
    void callsABodyThatIsCutBroken(String answer) {
        server.script(Step.send(answer), new Step.Cut());
        assertThat(text(send())).startsWith("broken: ").contains("in the middle of its answer");
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "SSH-2.0-OpenSSH_9\r\n", "\u0015\u0003\u0003\r\n"})
    void callsGarbageBroken(String garbage) {
        server.script(Step.send(garbage), new Step.Cut());
        assertThat(text(send())).startsWith("broken: ");
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void refusesAHeaderOfMoreThan64KiB() {
        server.script(
                Step.send("HTTP/1.1 200 OK\r\nx-long: " + "x".repeat(70_000) + "\r\ncontent-length: 0\r\n\r\n"),
                new Step.Cut());
        assertThat(text(send())).startsWith("broken: ").contains("header that is too long");
    }

    @Test
    void looksPastInterimAnswers() {
        server.script(
                Step.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n"),
                answer(200, "application/json", OK));
        assertThat(text(send())).isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
    }

    @Test
    void doesNotWaitForTheBodyOfAnAnswerThatHasNone() throws Exception {
        server.script(Step.send("HTTP/1.1 204 No Content\r\n\r\n"));
        UpstreamReply reply = within10Seconds(CompletableFuture.supplyAsync(this::send));
        assertThat(reply).isInstanceOf(UpstreamReply.Whole.class);
        assertTheNextCallIsUnhurt(true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAnEarlyAnswerToALargeRequest(boolean closes) throws Exception {
        try (SocketServer early = new SocketServer(socket -> {
            SocketServer.head(socket.getInputStream());
            SocketServer.write(
                    socket, "HTTP/1.1 413 Large\r\ncontent-type: text/plain\r\ncontent-length: 5\r\n\r\nlarge");
            if (closes) {
                socket.shutdownOutput();
            }
            // reads nothing more until the gateway leaves
            pause();
        })) {
            URI uri = URI.create("http://127.0.0.1:" + early.port() + "/");
            UpstreamReply reply = within10Seconds(CompletableFuture.supplyAsync(
                    () -> upstream.send(post(uri, new byte[10_000_000]), new Cancellation())));
            assertThat(text(reply)).isEqualTo("413 large");
            CompletableFuture<UpstreamReply> next =
                    CompletableFuture.supplyAsync(() -> upstream.send(post(uri, new byte[] {'x'}), new Cancellation()));
            assertThat(text(within10Seconds(next))).isEqualTo("413 large");
            assertThat(early.connections()).isEqualTo(2);
        }
    }

    /// Holds a scripted server until the test ends it.
    private static void pause() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void keepsTheConnectionOfALargeRequest() {
        server.script(answer(200, "application/json", OK));
        byte[] large = new byte[3_000_000];
        assertThat(text(upstream.send(post(server.uri("/"), large), new Cancellation())))
                .isEqualTo(OK);
        assertTheNextCallIsUnhurt(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        server.script(answer(status, "text/plain", "elsewhere", "location: " + server.uri("/other")));
        assertThat(text(send())).isEqualTo(status + " elsewhere");
        assertTheNextCallIsUnhurt(true);
        assertThat(server.waiting()).isZero();
    }

    @Test
    void writesNoFieldThatStandsInTheValueOfAnother() {
        server.script(answer(200, "application/json", OK));
        Headers fields =
                Headers.of("x-odd", "a\r\nx-evil: 1\n\r\nGET / HTTP/1.1", "x-\u010d\u010a", "b\u010d\u010ac\u0000d");
        upstream.send(
                new UpstreamCall("POST", server.uri("/"), fields, new byte[] {'x'}, Duration.ofSeconds(5), null, null),
                new Cancellation());
        assertThat(server.request().fields())
                .containsExactly(
                        "host: 127.0.0.1:" + server.port(),
                        "x-odd: a  x-evil: 1   GET / HTTP/1.1",
                        "x-??: b??c?d",
                        "content-length: 1");
        assertThat(server.waiting()).isZero();
    }

    @Test
    void closesAConnectionThatNobodyNeedsAnyMore() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (SocketServer other = new SocketServer(client -> {
            SocketServer.head(client.getInputStream());
            client.getInputStream().read();
            SocketServer.write(client, "HTTP/1.1 204 No Content\r\n\r\n");
            try {
                closed.complete(client.getInputStream().read() < 0);
            } catch (IOException e) {
                closed.complete(true);
            }
        })) {
            URI uri = URI.create("http://127.0.0.1:" + other.port() + "/");
            assertThat(text(upstream.send(post(uri, new byte[] {'x'}), new Cancellation())))
                    .isEmpty();
            clock.forward(Duration.ofSeconds(51));
            server.script(answer(200, "application/json", OK));
            assertThat(text(send())).isEqualTo(OK);
            assertThat(within10Seconds(closed)).isTrue();
        }
    }

    @Test
    void saysThatAStreamWasReset() {
        server.script(streamHead(), chunk("data: 1\n\n"), new Step.Stall(), new Step.Reset());
        Thread.ofVirtual().start(() -> server.stalled().run());
        assertThat(text(send())).contains("data: 1").contains("cut: ");
        assertTheNextCallIsUnhurt(false);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_001, 51_000})
    void callsAgainOnAFreshConnectionWhenTheKeptOneWasClosed(long restedMillis) {
        server.script(answer(200, "application/json", OK), new Step.Cut());
        assertThat(text(send())).isEqualTo(OK);
        clock.forward(Duration.ofMillis(restedMillis));
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void callsAgainOnlyOnce() {
        server.script(answer(200, "application/json", OK), new Step.Cut());
        server.script(new Step.Cut());
        assertThat(text(send())).isEqualTo(OK);
        assertThat(text(send())).startsWith("broken: ").contains("without an answer");
    }

    @Test
    void givesAConnectionToOneCallAtATime() {
        List<UpstreamReply.Streaming> open = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 8; i++) {
                server.script(streamHead(), chunk("data: 1\n\n"), lastChunk());
                open.add((UpstreamReply.Streaming) send());
            }
            Set<Integer> connections = new HashSet<>();
            for (int i = 0; i < 8; i++) {
                connections.add(server.request().connection());
            }
            assertThat(connections).hasSize(8).allMatch(number -> number <= 8);
            open.forEach(reply -> assertThat(read(reply.stream())).isEqualTo("data: 1\n\n"));
            open.clear();
        }
    }

    @Test
    void makesNoCallThatWasCancelledBefore() {
        Cancellation cancellation = new Cancellation();
        cancellation.request("never mind");
        assertThat(text(send(cancellation))).isEqualTo("unreachable: never mind");
        assertThat(server.waiting()).isZero();
    }

    @Test
    void leavesAKeptConnectionUnusedByACallThatWasCancelledBefore() {
        server.script(answer(200, "application/json", OK));
        assertThat(text(send())).isEqualTo(OK);
        Cancellation cancellation = new Cancellation();
        cancellation.request("never mind");
        assertThat(text(send(cancellation))).endsWith("never mind");
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void stopsWaitingForTheHeadWhenItIsCancelled() throws Exception {
        server.script(new Step.Stall());
        Cancellation cancellation = new Cancellation();
        CompletableFuture<UpstreamReply> reply = CompletableFuture.supplyAsync(() -> send(cancellation));
        server.stalled();
        cancellation.request("never mind");
        assertThat(text(within10Seconds(reply))).isEqualTo("broken: never mind");
        server.departure();
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void stopsReadingAStreamWhenItIsCancelled() throws Exception {
        server.script(streamHead(), chunk("data: 1\n\n"), new Step.Stall());
        Cancellation cancellation = new Cancellation();
        UpstreamReply reply = send(cancellation);
        CompletableFuture<String> all = CompletableFuture.supplyAsync(() -> text(reply));
        server.stalled();
        cancellation.request("never mind");
        assertThat(within10Seconds(all)).contains("cut: never mind");
        server.departure();
        assertTheNextCallIsUnhurt(false);
    }

    @Test
    void doesNotHurtTheNextCallWhenItIsCancelledAfterTheEnd() {
        server.script(streamHead(), chunk("data: 1\n\n"), lastChunk());
        Cancellation cancellation = new Cancellation();
        assertThat(text(send(cancellation))).isEqualTo("data: 1\n\n");
        cancellation.request("too late");
        assertTheNextCallIsUnhurt(true);
    }
}
