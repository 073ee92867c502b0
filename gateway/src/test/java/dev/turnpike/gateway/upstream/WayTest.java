package dev.turnpike.gateway.upstream;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.SocketServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways to an upstream: TLS, and proxies.
class WayTest {
    private static final String OK = "{\"ok\":true}";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "HTTP/1.1 407 Who are you~~ | the proxy answered HTTP/1.1 407 Who are you",
                "HTTP/1.1 502 Bad Gateway~content-length: 2~~no | the proxy answered HTTP/1.1 502 Bad Gateway",
                "HTTP/1.1 407~~ | the proxy answered HTTP/1.1 407",
                "HTTP/1.1 2000 OK~~ | the proxy answered something that is no HTTP",
                "HTTP/1.1 407 be\u0007ll~~ | the proxy answered something that is no HTTP",
                "SSH-2.0-OpenSSH_9~ | the proxy answered something that is no HTTP",
                "HTTP/1.1 200 OK~ | the proxy closed the connection in the middle of its answer",
                "~~ | the proxy answered nothing",
                "\"\" | the proxy answered nothing"
            })
    void saysWhatAnHttpProxyAnswered(String answer, String words) {
        try (SocketServer proxy = new SocketServer(client -> {
            SocketServer.head(client.getInputStream());
            SocketServer.write(client, answer.replace("~", "\r\n"));
        })) {
            assertThat(send(upstream, server.uri("/"), at("http", proxy.port()), new Cancellation()))
                    .isEqualTo("Unreachable[why=connecting to 127.0.0.1:" + server.port() + " failed: " + words + "]");
            assertThat(server.waiting()).isZero();
        }
    }

    @Test
    void readsNoEndlessAnswerOfAProxy() {
        try (SocketServer proxy = new SocketServer(client -> {
            SocketServer.head(client.getInputStream());
            SocketServer.write(client, "HTTP/1.1 200 OK\r\nx: " + "x".repeat(20_000));
            client.getInputStream().read();
        })) {
            assertThat(send(upstream, server.uri("/"), at("http", proxy.port()), new Cancellation()))
                    .contains("Unreachable", "the proxy sent a header that is too long");
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

    @ParameterizedTest
    @CsvSource({"2,SOCKS: Connection not allowed by ruleset", "4,SOCKS: Host unreachable", "5,SOCKS: Connection refused"
    })
    void saysWhatASocksProxyAnswered(int reason, String words) {
        try (SocketServer proxy = new SocketServer(client -> {
            InputStream in = client.getInputStream();
            in.readNBytes(in.readNBytes(2)[1]);
            client.getOutputStream().write(new byte[] {5, 0});
            in.readNBytes(4);
            in.readNBytes(in.read() + 2);
            client.getOutputStream().write(new byte[] {5, (byte) reason, 0, 1, 0, 0, 0, 0, 0, 0});
        })) {
            URI named = URI.create("http://upstream.invalid:" + server.port() + "/");
            assertThat(send(upstream, named, at("socks5", proxy.port()), new Cancellation()))
                    .contains("Unreachable", "connecting to upstream.invalid:" + server.port() + " failed: ", words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", ""})
    void saysThatAProxyIsNoSocksProxy(String answer) {
        try (SocketServer proxy = new SocketServer(client -> {
            client.getInputStream().read();
            SocketServer.write(client, answer);
        })) {
            assertThat(send(upstream, server.uri("/"), at("socks5", proxy.port()), new Cancellation()))
                    .startsWith("Unreachable[why=connecting to 127.0.0.1:" + server.port() + " failed: ")
                    .contains("SOCKS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5"})
    void saysThatNoProxyListens(String scheme) throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(send(upstream, server.uri("/"), at(scheme, port), new Cancellation()))
                .isEqualTo("Unreachable[why=the proxy 127.0.0.1:" + port + " refused the connection]");
    }

    @Test
    void asksForTrustOnlyWhenItIsNeeded() {
        server.script(answer(200, "application/json", OK));
        try (HttpUpstream plain = new HttpUpstream(WayTest::noTrust, System::nanoTime, InetAddress::getAllByName)) {
            assertThat(send(plain, server.uri("/"), null, new Cancellation())).isEqualTo(OK);
        }
    }

    private static SSLSocketFactory noTrust() {
        throw new AssertionError("nobody needs TLS here");
    }
}
