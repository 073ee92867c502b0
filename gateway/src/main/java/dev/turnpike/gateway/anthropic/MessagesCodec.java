package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.util.Optional;

/// Reads the bodies of the Messages API: UTF-8 JSON of up to 2 GiB, strings of up to 64 MiB.
public final class MessagesCodec {
    private MessagesCodec() {}

    /// What routing needs to know of a request.
    ///
    /// @throws MalformedRequest when the body is not an object with a model and messages
    public static RequestHead head(byte[] body) {
        return new HeadReader().read(body);
    }

    /// The whole request. Fields of a wrong kind read as absent.
    ///
    /// @throws MalformedRequest when the body is not JSON or a message has no known role
    public static MessagesRequest request(byte[] body) {
        return new RequestReader().read(body);
    }

    /// Whether a body answers a count of tokens.
    public static boolean isTokenCount(byte[] body) {
        try (JsonCursor in = JsonCursor.over(body)) {
            boolean found = false;
            if (in.enterObject()) {
                while (in.field()) {
                    found |= in.name().equals("input_tokens") && in.isNumber();
                    in.skip();
                }
            }
            return found;
        } catch (InvalidJson _) {
            return false;
        }
    }

    /// The message that a body holds; empty where it holds anything else.
    public static Optional<MessagesReply> reply(byte[] body) {
        return ReplyReader.whole(body);
    }
}
