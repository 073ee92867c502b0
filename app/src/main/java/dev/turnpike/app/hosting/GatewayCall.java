package dev.turnpike.app.hosting;

import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A request to our own gateway, as a client would send it.
public final class GatewayCall {
    private static final int CONNECT_MILLIS = 2_000;

    private GatewayCall() {}

    /// Sends it and reads the whole answer; returns its status.
    ///
    /// @param accessKey that the gateway wants now
    /// @param silence how long nothing may come
    /// @throws IOException when the gateway cannot be reached, or the answer breaks off
    public static int post(
            URI address, Headers headers, Supplier<Optional<String>> accessKey, byte[] body, Duration silence)
            throws IOException {
        Optional<String> key = accessKey.get();
        int status = send(address, headers, key, body, silence);
        // it may have taken a new key over meanwhile, as it does when a client is configured
        Optional<String> now = accessKey.get();
        return status != HttpURLConnection.HTTP_UNAUTHORIZED || now.equals(key)
                ? status
                : send(address, headers, now, body, silence);
    }

    private static int send(URI address, Headers headers, Optional<String> accessKey, byte[] body, Duration silence)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(Math.toIntExact(silence.toMillis()));
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        headers.fields().forEach(field -> connection.addRequestProperty(field.name(), field.value()));
        connection.setRequestProperty("connection", "close");
        accessKey.ifPresent(key -> connection.setRequestProperty("authorization", "Bearer " + key));
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
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
