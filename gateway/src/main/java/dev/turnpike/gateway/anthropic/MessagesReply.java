package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// A whole message of the model.
///
/// @param stopReason empty where there is none
/// @param stopSequence empty where there is none
public record MessagesReply(
        String id, String model, List<ContentBlock> content, String stopReason, String stopSequence, TokenUsage usage) {
    public MessagesReply {
        content = List.copyOf(content);
    }

    /// This message with another count of tokens.
    public MessagesReply with(TokenUsage counted) {
        return new MessagesReply(id, model, content, stopReason, stopSequence, counted);
    }

    /// UTF-8 JSON as the Messages API answers it.
    public byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().field("id", id).field("type", "message").field("role", "assistant");
            json.field("model", model).name("content").array();
            for (ContentBlock block : content) {
                BlockWriter.write(block, json);
            }
            json.endArray();
            BlockWriter.stringOrNull(json, "stop_reason", stopReason);
            BlockWriter.stringOrNull(json, "stop_sequence", stopSequence);
            BlockWriter.usage(json, usage);
            json.endObject();
        }
        return out.toByteArray();
    }
}
