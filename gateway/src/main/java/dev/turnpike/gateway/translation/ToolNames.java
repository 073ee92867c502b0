package dev.turnpike.gateway.translation;

import java.util.LinkedHashMap;
import java.util.Map;

/// The names of one request's tools as they are sent, and the way back.
final class ToolNames {
    private final Map<String, String> changed = new LinkedHashMap<>();

    /// The name that goes out.
    String sent(String asked) {
        String sent = WireName.of(asked);
        if (!sent.equals(asked)) {
            changed.put(sent, asked);
        }
        return sent;
    }

    /// Sent name to asked name, where they differ.
    Map<String, String> changed() {
        return changed;
    }
}
