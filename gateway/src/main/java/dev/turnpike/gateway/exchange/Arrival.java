package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.http.Headers;
import java.util.List;
import java.util.Optional;

/// A request as it came in.
///
/// @param id unique, the client's `request-id` unless the upstream has one
/// @param path as asked, query included
/// @param query what stands behind the `?`, empty for none
/// @param pin the channel that the path names
/// @param headers all of them but ours, credentials too
/// @param body the whole body
/// @param marks what it tells about its client
public record Arrival(
        ExchangeId id,
        ExchangeKind kind,
        String path,
        String query,
        Optional<String> pin,
        Headers headers,
        byte[] body,
        List<Mark> marks) {
    /// One that tells nothing about its client.
    public Arrival(
            ExchangeId id,
            ExchangeKind kind,
            String path,
            String query,
            Optional<String> pin,
            Headers headers,
            byte[] body) {
        this(id, kind, path, query, pin, headers, body, List.of());
    }
}
