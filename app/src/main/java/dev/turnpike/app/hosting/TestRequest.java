package dev.turnpike.app.hosting;

import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A small question to the gateway, as a client would ask it, so that there is something to see.
public final class TestRequest {
    private static final String BODY = """
            {"model":"claude-sonnet-5-5","max_tokens":64,"stream":true,\
            "messages":[{"role":"user","content":"Say hello in one short sentence."}]}""";
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private TestRequest() {}

    /// Asks and reads the whole answer; returns its status.
    ///
    /// @param accessKey that the gateway wants now
    /// @throws IOException when the gateway cannot be reached
    public static int send(URI gateway, Supplier<Optional<String>> accessKey) throws IOException {
        Headers headers = Headers.of(
                "content-type", "application/json", "anthropic-version", "2023-06-01", "user-agent", "Turnpike");
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        return GatewayCall.post(gateway.resolve("/v1/messages"), headers, accessKey, body, SILENCE);
    }
}
