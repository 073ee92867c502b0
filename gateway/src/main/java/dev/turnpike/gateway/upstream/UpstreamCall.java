package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One call to one upstream.
///
/// @param method `POST`, `GET`
/// @param uri the final address, query included; `http`, `https`
/// @param headers all that are sent but `host`, `content-length` and `connection`
/// @param body empty for none
/// @param connectTimeout until the connection stands
/// @param proxy the way out, null for a direct one
/// @param trust a file of certificates that are trusted besides those that Java trusts, null for none
public record UpstreamCall(
        String method,
        URI uri,
        Headers headers,
        Pieces body,
        Duration connectTimeout,
        @Nullable URI proxy,
        @Nullable Path trust) {
    /// The same, with a body in one array.
    public UpstreamCall(
            String method,
            URI uri,
            Headers headers,
            byte[] body,
            Duration connectTimeout,
            @Nullable URI proxy,
            @Nullable Path trust) {
        this(method, uri, headers, Pieces.of(body), connectTimeout, proxy, trust);
    }
}
