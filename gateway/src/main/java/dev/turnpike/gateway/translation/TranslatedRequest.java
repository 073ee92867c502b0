package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.RequestHead;
import java.util.List;

/// A request in the upstream's dialect.
///
/// @param bytes the body to send, UTF-8 JSON
/// @param model the name that the upstream knows
/// @param head what the client asked
/// @param adjustments what is not as the client wrote it
public record TranslatedRequest(byte[] bytes, String model, RequestHead head, List<Adjustment> adjustments) {
    public TranslatedRequest {
        adjustments = List.copyOf(adjustments);
    }
}
