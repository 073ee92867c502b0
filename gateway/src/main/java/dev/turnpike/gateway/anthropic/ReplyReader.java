package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.util.List;
import java.util.Optional;

/// Reads a whole message, or the `message` of a `message_start`.
final class ReplyReader {
    private String type = "";
    private String id = "";
    private String model = "";
    private String stopReason = "";
    private String stopSequence = "";
    private List<ContentBlock> content = List.of();
    private TokenUsage usage = TokenUsage.NONE;

    /// The message in a body; empty where the body is something else.
    static Optional<MessagesReply> whole(byte[] body) {
        try (JsonCursor in = JsonCursor.over(body)) {
            ReplyReader reading = new ReplyReader();
            MessagesReply reply = reading.message(in);
            in.end();
            return reading.type.equals("message") ? Optional.of(reply) : Optional.empty();
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }

    MessagesReply message(JsonCursor in) {
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> type = in.string();
                    case "id" -> id = in.string();
                    case "model" -> model = in.string();
                    case "stop_reason" -> stopReason = in.string();
                    case "stop_sequence" -> stopSequence = in.string();
                    case "content" -> content = new BlockReader().content(in);
                    case "usage" -> usage = UsageReader.read(in, usage);
                    default -> in.skip();
                }
            }
        }
        return new MessagesReply(id, model, content, stopReason, stopSequence, usage);
    }
}
