package dev.turnpike.app.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A small question to the gateway, as a client would ask it, so that there is something to see.
public final class TestRequest {
    private static final String BODY = """
            {"model":"claude-sonnet-5-5","max_tokens":64,"stream":true,\
            "messages":[{"role":"user","content":"Say hello in one short sentence."}]}""";
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 60_000;

    private TestRequest() {}

    /// Asks and reads the whole answer; returns its status.
    ///
    /// @throws IOException when the gateway cannot be reached
    public static int send(URI gateway, Optional<String> accessKey) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) gateway.resolve("/v1/messages").toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("content-type", "application/json");
        connection.setRequestProperty("anthropic-version", "2023-06-01");
        connection.setRequestProperty("user-agent", "Turnpike");
        connection.setRequestProperty("connection", "close");
        accessKey.ifPresent(key -> connection.setRequestProperty("authorization", "Bearer " + key));
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(BODY.getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            InputStream reply = status < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream();
            if (reply != null) {
                try (reply) {
                    reply.transferTo(OutputStream.nullOutputStream());
                }
            }
            return status;
        } finally {
            connection.disconnect();
        }
    }
}
