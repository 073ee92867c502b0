package dev.turnpike.gateway.openai;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.util.Optional;

/// Reads what a chat/completions server answers.
public final class ChatCodec {
    private ChatCodec() {}

    /// A whole body; empty where it is not a JSON object.
    public static Optional<ChatChunk> read(byte[] json) {
        return read(json, 0, json.length);
    }

    /// The data of one event; empty where it is not a JSON object.
    ///
    /// @param end offset behind its last byte
    public static Optional<ChatChunk> read(byte[] json, int start, int end) {
        try (JsonCursor in = JsonCursor.over(json, start, end)) {
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
