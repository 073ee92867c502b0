package dev.turnpike.app.cli.panel;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body as people read it.
final class Payload {
    /// A larger body is not laid out: nobody reads that far.
    private static final int LARGE = 4 * 1024 * 1024;

    private Payload() {}

    /// JSON laid out in lines, anything else as it is; cut at that many characters.
    static String text(byte[] body, int limit) {
        String text;
        try {
            text = body.length > LARGE ? raw(body) : tree(body).toPrettyString();
        } catch (JacksonException e) {
            text = raw(body);
        }
        return Clipped.of(text, limit);
    }

    /// `12 messages · 24 tools · 51,200 bytes`
    static String summary(byte[] body) {
        String bytes = Numbers.of(body.length) + " bytes";
        if (body.length > LARGE) {
            return bytes;
        }
        try {
            JsonNode request = tree(body);
            return count(request.path("messages").size(), "message")
                    + count(request.path("tools").size(), "tool")
                    + bytes;
        } catch (JacksonException e) {
            return bytes;
        }
    }

    static JsonNode tree(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }

    private static String count(int number, String thing) {
        return number == 0 ? "" : number + " " + thing + (number == 1 ? "" : "s") + " · ";
    }

    private static String raw(byte[] body) {
        return new String(body, 0, Math.min(body.length, LARGE), StandardCharsets.UTF_8);
    }
}
