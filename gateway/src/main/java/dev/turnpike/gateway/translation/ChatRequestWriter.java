package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.bytes.PieceBytes;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.json.JsonWriter;

/// Writes a request as chat/completions wants it, and notes what could not be carried over.
final class ChatRequestWriter {
    private static final int FIRST_BYTES = 2 << 10;
    private static final int MOST_FIRST_BYTES = 512 << 10;

    private final MessagesRequest request;
    private final Accepted accepted;
    private final ToolNames names;
    private final AdjustmentList adjustments;

    ChatRequestWriter(MessagesRequest request, Accepted accepted, ToolNames names, AdjustmentList adjustments) {
        this.request = request;
        this.accepted = accepted;
        this.names = names;
        this.adjustments = adjustments;
    }

    /// The body.
    ///
    /// @param about how long it may become
    Pieces write(int about) {
        PieceBytes out = new PieceBytes(Math.clamp(about, FIRST_BYTES, MOST_FIRST_BYTES));
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().field("model", accepted.model()).name("messages");
            new ChatMessagesWriter(request, accepted, names, adjustments, json).write();
            new ChatToolsWriter(request, accepted, names, adjustments, json).write();
            new ParameterWriter(request, accepted, adjustments, json).write();
            json.endObject();
        }
        dropped();
        return out.pieces();
    }

    private void dropped() {
        if (request.cacheMarks() > 0) {
            adjustments.dropped("cache_control", "chat/completions servers cache prompts without being told");
        }
        for (String other : request.others()) {
            adjustments.dropped(other, "chat/completions has no place for it");
        }
    }
}
