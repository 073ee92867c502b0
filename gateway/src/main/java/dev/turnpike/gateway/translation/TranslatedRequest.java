package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.bytes.Pieces;
import java.util.List;
import java.util.Map;

/// A request in the upstream's dialect.
///
/// @param body what to send, UTF-8 JSON
/// @param model the name that the upstream knows
/// @param head what the client asked
/// @param adjustments what is not as the client wrote it
/// @param stopSequences those that the client asked for
/// @param toolNames for each tool that had to be renamed, its name in `body` to the client's name
public record TranslatedRequest(
        Pieces body,
        String model,
        RequestHead head,
        List<Adjustment> adjustments,
        Map<String, String> toolNames,
        List<String> stopSequences) {
    public TranslatedRequest {
        adjustments = List.copyOf(adjustments);
        toolNames = Map.copyOf(toolNames);
        stopSequences = List.copyOf(stopSequences);
    }

    /// A request of which nothing must be remembered.
    public TranslatedRequest(Pieces body, String model, RequestHead head, List<Adjustment> adjustments) {
        this(body, model, head, adjustments, Map.of(), List.of());
    }

    /// The same, with a body in one array.
    public TranslatedRequest(byte[] body, String model, RequestHead head, List<Adjustment> adjustments) {
        this(Pieces.of(body), model, head, adjustments);
    }

    /// The body in one array.
    public byte[] bytes() {
        return body.toArray();
    }
}
