package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A Messages API request, decoded.
///
/// @param system the text blocks of the system prompt; a plain string is one block
/// @param effort `output_config.effort`, empty where there is none
/// @param format `output_config.format`
/// @param userId `metadata.user_id`, empty where there is none
/// @param cacheMarks how many blocks and tools carry `cache_control`
/// @param others paths of what has no place here: `metadata.x`, `messages[3].content[2].citations`
public record MessagesRequest(
        String model,
        boolean stream,
        OptionalLong maxTokens,
        List<ContentBlock> system,
        List<Message> messages,
        List<Tool> tools,
        Optional<ToolChoice> toolChoice,
        Sampling sampling,
        Optional<RawJson> thinking,
        String effort,
        Optional<RawJson> format,
        String userId,
        int cacheMarks,
        List<String> others) {

    /// How the next token is drawn. Numbers keep their text.
    public record Sampling(
            Optional<RawJson> temperature, Optional<RawJson> topP, Optional<RawJson> topK, List<String> stopSequences) {
        public Sampling {
            stopSequences = List.copyOf(stopSequences);
        }
    }

    public MessagesRequest {
        system = List.copyOf(system);
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        others = List.copyOf(others);
    }
}
