package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.RequestHead;
import java.util.List;
import java.util.Map;

/// A request in the upstream's dialect.
///
/// @param bytes the body to send, UTF-8 JSON
/// @param model the name that the upstream knows
/// @param head what the client asked
/// @param adjustments what is not as the client wrote it
/// @param toolNames for each tool that had to be renamed, its name in `bytes` to the client's name
public record TranslatedRequest(
        byte[] bytes, String model, RequestHead head, List<Adjustment> adjustments, Map<String, String> toolNames) {
    public TranslatedRequest {
        adjustments = List.copyOf(adjustments);
        toolNames = Map.copyOf(toolNames);
    }

    /// A request in which no tool had to be renamed.
    public TranslatedRequest(byte[] bytes, String model, RequestHead head, List<Adjustment> adjustments) {
        this(bytes, model, head, adjustments, Map.of());
    }
}
