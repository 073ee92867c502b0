package dev.turnpike.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.SelfSigned;
import dev.turnpike.testing.SocketServer;
import dev.turnpike.testing.TestGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a channel's own trust lets in, and what not.
class TrustTest {
    private static final String OK = "{\"ok\":true}";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n" + OK;

    private static final SelfSigned OWN = new SelfSigned();

    @TempDir
    Path folder;

    private final HttpUpstream upstream = new HttpUpstream();
    private final SocketServer server = new SocketServer(OWN.serverSocket(), TrustTest::answerAll);

    @AfterEach
    void close() {
        upstream.close();
        server.close();
    }

    private static void answerAll(Socket client) throws IOException {
        String head = SocketServer.head(client.getInputStream());
        while (!head.isEmpty()) {
            client.getInputStream().readNBytes(head.startsWith("POST") ? 1 : 0);
            SocketServer.write(client, ANSWER);
            head = SocketServer.head(client.getInputStream());
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private URI uri() {
        return URI.create("https://localhost:" + server.port() + "/");
    }

    private String send(URI uri, @Nullable URI proxy, @Nullable Path trust) {
        return text(
                new UpstreamCall("POST", uri, Headers.empty(), new byte[] {'x'}, Duration.ofSeconds(5), proxy, trust));
    }

    private String text(UpstreamCall call) {
        UpstreamReply reply = upstream.send(call, new Cancellation());
        return reply instanceof UpstreamReply.Whole whole
                ? new String(whole.body(), StandardCharsets.UTF_8)
                : reply.toString();
    }

    @Test
    void letsInWhomTheChannelTrustsAndNobodyElseDoes() throws IOException {
        Path own = file("own.pem", OWN.pem());
        assertThat(send(uri(), null, null))
                .contains("Unreachable", "TLS with localhost:" + server.port() + " failed", "name a PEM file with it");
        assertThat(send(uri(), null, own)).isEqualTo(OK);
        assertThat(send(uri(), null, own)).isEqualTo(OK);
        assertThat(send(uri(), null, null)).contains("Unreachable");
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void trustsNobodyByAnotherName() throws IOException {
        Path own = file("own.pem", OWN.pem());
        assertThat(send(URI.create("https://127.0.0.1:" + server.port() + "/"), null, own))
                .contains("Unreachable", "TLS with 127.0.0.1")
                .doesNotContain("name a PEM file");
    }

    @Test
    void asksOnlyForHttp11() throws Exception {
        LinkedBlockingQueue<List<String>> offers = new LinkedBlockingQueue<>();
        try (SocketServer listening = new SocketServer(OWN.serverSocket(), client -> {
            ((SSLSocket) client).setHandshakeApplicationProtocolSelector((socket, offered) -> {
                offers.add(offered);
                return offered.getFirst();
            });
            answerAll(client);
        })) {
            URI uri = URI.create("https://localhost:" + listening.port() + "/");
            assertThat(send(uri, null, file("own.pem", OWN.pem()))).isEqualTo(OK);
            assertThat(offers.poll(10, TimeUnit.SECONDS)).containsExactly("http/1.1");
        }
    }

    @Test
    void goesThroughAProxyToWhomTheChannelTrusts() throws IOException {
        try (SocketServer proxy = new SocketServer(client -> {
            String head = SocketServer.head(client.getInputStream());
            if (!head.startsWith("CONNECT localhost:" + server.port() + " HTTP/1.1\r\n")) {
                throw new IOException(head);
            }
            try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                SocketServer.write(client, "HTTP/1.1 200 Established\r\n\r\n");
                SocketServer.join(client, origin);
            }
        })) {
            URI way = URI.create("http://127.0.0.1:" + proxy.port());
            Path own = file("own.pem", OWN.pem());
            assertThat(send(uri(), way, null)).contains("Unreachable", "TLS with localhost");
            assertThat(send(uri(), way, own)).isEqualTo(OK);
            assertThat(send(uri(), way, own)).isEqualTo(OK);
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    @Test
    void followsTheFileAndLeavesTheConnectionsOfItsFormerState() throws IOException {
        Path own = file("changing.pem", OWN.pem());
        assertThat(send(uri(), null, own)).isEqualTo(OK);
        file("changing.pem", new SelfSigned().pem());
        Files.setLastModifiedTime(own, FileTime.fromMillis(1_000_000));
        assertThat(send(uri(), null, own)).contains("Unreachable", "TLS with localhost");
        file("changing.pem", OWN.pem());
        Files.setLastModifiedTime(own, FileTime.fromMillis(2_000_000));
        assertThat(send(uri(), null, own)).isEqualTo(OK);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void readsEveryCertificateOfAFileThatHoldsOtherThingsToo() throws IOException {
        Path own = file(
                "many.pem",
                "ours, and the test's\n" + new SelfSigned().pem()
                        + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
                        + OWN.pem().replace("\n", "\r\n"));
        assertThat(send(uri(), null, own)).isEqualTo(OK);
    }

    @Test
    void goesOnTrustingWhomJavaTrusts() throws Exception {
        List<Certificate> own = TrustFiles.certificates(file("own.pem", OWN.pem()));
        KeyStore joined = TrustFiles.joined(own);
        List<Certificate> expected = new ArrayList<>(TrustFiles.trusted(null));
        assertThat(expected).isNotEmpty();
        expected.addAll(own);
        assertThat(TrustFiles.trusted(joined))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(java.security.cert.X509Certificate.class::cast)
                        .toList());
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        Path missing = folder.resolve("missing.pem");
        assertThat(send(uri(), null, missing))
                .isEqualTo("Unreachable[why=the file " + missing
                        + " that this channel trusts does not exist; put the certificate there, or correct \"trust\"]");
        assertThat(send(uri(), null, folder)).contains(folder + " that this channel trusts cannot be read");
        assertThat(send(uri(), null, file("empty.pem", "hello"))).contains("empty.pem", "holds no certificate");
        assertThat(send(uri(), null, file("bad.pem", OWN.pem().replace("MII", "AAA"))))
                .contains("bad.pem", "damaged");
        Reach reach = upstream.reach(uri(), null, missing, Duration.ofSeconds(5), new Cancellation());
        assertThat(reach)
                .isInstanceOfSatisfying(
                        Reach.Fails.class, fails -> assertThat(fails.obstacle()).isEqualTo(Reach.Obstacle.TRUST));
    }

    @Test
    void asksForNoFileWhereNothingIsSecret() {
        try (SocketServer plain = new SocketServer(TrustTest::answerAll)) {
            URI uri = URI.create("http://localhost:" + plain.port() + "/");
            assertThat(send(uri, null, folder.resolve("missing.pem"))).isEqualTo(OK);
        }
    }

    @Test
    void isTheTrustOfTheChannel() throws IOException {
        Channel base = TestGateway.channel(UpstreamProtocol.ANTHROPIC, uri());
        ChannelCalls calls = new ChannelCalls(key -> Optional.empty(), "test");
        assertThat(text(calls.models(base))).contains("Unreachable");
        assertThat(text(calls.models(TestGateway.trusting(base, file("own.pem", OWN.pem())))))
                .isEqualTo(OK);
    }

    @Test
    void usesTheConnectionThatReachedIt() throws IOException {
        Path own = file("own.pem", OWN.pem());
        assertThat(upstream.reach(uri(), null, own, Duration.ofSeconds(5), new Cancellation()))
                .isInstanceOf(Reach.Stands.class);
        assertThat(send(uri(), null, own)).isEqualTo(OK);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void findsOutThatAServerSaidGoodbyeWhileItsConnectionRested() throws IOException {
        try (SocketServer leaving = new SocketServer(OWN.serverSocket(), client -> {
            SocketServer.head(client.getInputStream());
            client.getInputStream().read();
            SocketServer.write(client, ANSWER);
        })) {
            URI uri = URI.create("https://localhost:" + leaving.port() + "/");
            Path own = file("own.pem", OWN.pem());
            assertThat(send(uri, null, own)).isEqualTo(OK);
            assertThat(send(uri, null, own)).isEqualTo(OK);
            assertThat(leaving.connections()).isEqualTo(2);
        }
    }

    @Test
    void takesNoBytesThatNobodyAskedForAsAnAnswer() throws IOException {
        try (SocketServer talkative = new SocketServer(OWN.serverSocket(), client -> {
            SocketServer.head(client.getInputStream());
            client.getInputStream().read();
            SocketServer.write(client, ANSWER + ANSWER.replace("true", "none"));
            client.getInputStream().read();
        })) {
            URI uri = URI.create("https://localhost:" + talkative.port() + "/");
            Path own = file("own.pem", OWN.pem());
            assertThat(send(uri, null, own)).isEqualTo(OK);
            assertThat(send(uri, null, own)).isEqualTo(OK);
            assertThat(talkative.connections()).isEqualTo(2);
        }
    }
}
