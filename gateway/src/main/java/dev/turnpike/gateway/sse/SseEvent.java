package dev.turnpike.gateway.sse;

import java.nio.charset.StandardCharsets;

/// One event of an event stream.
///
/// @param name what its `event:` line said, empty without one
/// @param data its `data:` lines, joined by LF
/// @param frame the bytes it came in, verbatim, with the empty line that ends it
public record SseEvent(String name, byte[] data, byte[] frame) {
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
