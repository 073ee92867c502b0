package dev.turnpike.gateway.openai;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.util.Optional;

/// Reads what a chat/completions server answers.
public final class ChatCodec {
    private ChatCodec() {}

    /// The data of one event, or a whole body; empty where it is not a JSON object.
    public static Optional<ChatChunk> read(byte[] json) {
        try (JsonCursor in = JsonCursor.over(json)) {
            if (!in.isObject()) {
                return Optional.empty();
            }
            ChunkReader reading = new ChunkReader();
            ChatChunk chunk = reading.read(in);
            in.end();
            return Optional.of(chunk);
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }
}
