package dev.turnpike.gateway.upstream;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.SocketServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways to an upstream: TLS, and proxies.
class WayTest {
    private static final String OK = "{\"ok\":true}";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n" + OK;
    private static final char[] PASSWORD = "password".toCharArray();

    private final ScriptedUpstream server = new ScriptedUpstream();
    private final HttpUpstream upstream = new HttpUpstream();

    @AfterEach
    void close() {
        upstream.close();
        server.close();
    }

    private static String send(HttpUpstream way, URI uri, @Nullable URI proxy, Cancellation cancellation) {
        UpstreamReply reply = way.send(
                new UpstreamCall("POST", uri, Headers.empty(), new byte[] {'x'}, Duration.ofSeconds(5), proxy, null),
                cancellation);
        return reply instanceof UpstreamReply.Whole whole
                ? new String(whole.body(), StandardCharsets.UTF_8)
                : reply.toString();
    }

    private static URI at(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    @Test
    void goesThroughAnHttpProxy() {
        server.script(answer(200, "application/json", OK));
        try (SocketServer proxy = new SocketServer(client -> {
            String head = SocketServer.head(client.getInputStream());
            if (!head.startsWith("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1\r\n")) {
                throw new IOException(head);
            }
            try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                SocketServer.write(client, "HTTP/1.1 200 Established\r\nx-odd: 1\r\n\r\n");
                SocketServer.join(client, origin);
            }
        })) {
            assertThat(send(upstream, server.uri("/"), at("http", proxy.port()), new Cancellation()))
                    .isEqualTo(OK);
        }
    }

    @Test
    void saysWhatAnHttpProxyAnswered() {
        try (SocketServer proxy = new SocketServer(client -> {
            SocketServer.head(client.getInputStream());
            SocketServer.write(client, "HTTP/1.1 407 Who are you\r\n\r\n");
        })) {
            assertThat(send(upstream, server.uri("/"), at("http", proxy.port()), new Cancellation()))
                    .contains("Unreachable")
                    .contains("407 Who are you");
            assertThat(server.waiting()).isZero();
        }
    }

    @Test
    void stopsWaitingForAProxyWhenItIsCancelled() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (SocketServer proxy = new SocketServer(client -> {
            SocketServer.head(client.getInputStream());
            asked.countDown();
            client.getInputStream().read();
        })) {
            Cancellation cancellation = new Cancellation();
            CompletableFuture<String> reply = CompletableFuture.supplyAsync(
                    () -> send(upstream, server.uri("/"), at("http", proxy.port()), cancellation));
            asked.await();
            cancellation.request("never mind");
            assertThat(reply.get(4, TimeUnit.SECONDS)).contains("Unreachable", "never mind");
        }
    }

    @Test
    void goesThroughASocksProxyThatLooksTheNameUp() {
        server.script(answer(200, "application/json", OK));
        try (SocketServer proxy = new SocketServer(client -> {
            InputStream in = client.getInputStream();
            in.readNBytes(in.readNBytes(2)[1]);
            client.getOutputStream().write(new byte[] {5, 0});
            byte[] ask = in.readNBytes(4);
            if (ask[3] != 3) {
                throw new IOException("the name was looked up already");
            }
            in.readNBytes(in.read() + 2);
            try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
                SocketServer.join(client, origin);
            }
        })) {
            URI named = URI.create("http://upstream.invalid:" + server.port() + "/");
            assertThat(send(upstream, named, at("socks5", proxy.port()), new Cancellation()))
                    .isEqualTo(OK);
        }
    }

    @Test
    void trustsNoStrangerAndChecksTheName(@TempDir Path folder) throws Exception {
        SSLContext own = selfSigned(folder);
        try (SocketServer secure = new SocketServer(
                        own.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()),
                        client -> {
                            SocketServer.head(client.getInputStream());
                            client.getInputStream().read();
                            SocketServer.write(client, ANSWER);
                        });
                HttpUpstream trusting = new HttpUpstream(own::getSocketFactory, System::nanoTime)) {
            URI named = URI.create("https://localhost:" + secure.port() + "/");
            assertThat(send(trusting, named, null, new Cancellation())).isEqualTo(OK);
            assertThat(send(upstream, named, null, new Cancellation())).contains("Unreachable", "TLS with localhost");
            assertThat(send(trusting, at("https", secure.port()), null, new Cancellation()))
                    .contains("Unreachable", "TLS with 127.0.0.1");
        }
    }

    @Test
    void asksForTrustOnlyWhenItIsNeeded() {
        server.script(answer(200, "application/json", OK));
        try (HttpUpstream plain = new HttpUpstream(WayTest::noTrust, System::nanoTime)) {
            assertThat(send(plain, server.uri("/"), null, new Cancellation())).isEqualTo(OK);
        }
    }

    private static SSLSocketFactory noTrust() {
        throw new AssertionError("nobody needs TLS here");
    }

    /// A certificate for `localhost` that nobody else trusts.
    private static SSLContext selfSigned(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "password",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("x", keys.getCertificate("x"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
