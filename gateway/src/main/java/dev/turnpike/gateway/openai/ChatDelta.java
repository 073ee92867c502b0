package dev.turnpike.gateway.openai;

import java.util.List;

/// What one chunk adds to the message, or the whole message: the fields are the same. Texts are empty where absent.
///
/// @param reasoning from whichever field the upstream uses for it
public record ChatDelta(String reasoning, String content, String refusal, List<ToolCallPart> toolCalls) {
    static final ChatDelta NONE = new ChatDelta("", "", "", List.of());

    public ChatDelta {
        toolCalls = List.copyOf(toolCalls);
    }
}
