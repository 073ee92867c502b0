package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.sse.SseReader;
import java.nio.charset.StandardCharsets;

/// What there is to say of a 200 that holds no message.
final class NotAReply {
    static final ApiError CUT = ApiError.of(502, "the upstream's stream ended before the message was complete");

    static final ApiError TOO_LARGE =
            ApiError.of(502, "an event of the upstream's stream is larger than " + (SseReader.LIMIT >> 20) + " MiB");

    private NotAReply() {}

    /// The error in a body that should have been a message: the upstream's own words where it has some.
    static ApiError of(byte[] body) {
        if (body.length == 0) {
            return ApiError.of(502, "the upstream answered 200 with an empty body");
        }
        if (isJson(body)) {
            ApiError told = ApiErrors.inStream(body, "the upstream answered 200 with JSON that is not a message");
            return ContextOverflow.told(told, body);
        }
        ApiError told = ApiErrors.read(200, "", body);
        return ApiError.of(502, "the upstream answered 200 with something that is not a message: " + told.message());
    }

    /// The body is an event stream, whatever its content type says.
    static boolean isEventStream(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 64), StandardCharsets.ISO_8859_1).stripLeading();
        return start.startsWith("data:") || start.startsWith("event:") || start.startsWith(": ");
    }

    private static boolean isJson(byte[] body) {
        try (JsonCursor in = JsonCursor.over(body)) {
            in.skip();
            in.end();
            return true;
        } catch (InvalidJson _) {
            return false;
        }
    }
}
