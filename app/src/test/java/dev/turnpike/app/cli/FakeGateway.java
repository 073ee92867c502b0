package dev.turnpike.app.cli;

import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A gateway that knows nothing but `/health`.
public final class FakeGateway implements RunningGateway {
    private final ServerSocket server;
    private final Configuration configuration;

    public FakeGateway(ConfigurationSource source) {
        configuration = source.read();
        try {
            server = new ServerSocket(configuration.gateway().port(), 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (true) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String head = String.valueOf(in.readLine());
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            // the fields of the request tell nothing here
        }
        String nonce = head.replaceAll(".*nonce=([0-9a-f]*).*", "$1");
        String proof = configuration
                .gateway()
                .accessKey()
                .map(key -> proof(key, nonce))
                .orElse("");
        String body = "{\"status\":\"ok\",\"version\":\"0\",\"proof\":\"" + proof + "\"}";
        String reply = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
    }

    private static String proof(String key, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The demo configuration with that access key.
    public static FixedConfiguration configured(int port, Optional<String> accessKey) {
        Configuration demo = FixedConfiguration.demo("127.0.0.1", port).read();
        return new FixedConfiguration(new Configuration(
                new dev.turnpike.gateway.configuration.GatewaySettings("127.0.0.1", port, accessKey),
                demo.channels(),
                true,
                demo.origin(),
                demo.notices()));
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public int drain() {
        return 0;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
