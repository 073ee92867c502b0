package dev.turnpike.gateway.anthropic;

import java.util.List;

/// One turn of the conversation. Content that came as a plain string is one [ContentBlock.TextBlock].
public record Message(Role role, List<ContentBlock> content) {
    public Message {
        content = List.copyOf(content);
    }
}
