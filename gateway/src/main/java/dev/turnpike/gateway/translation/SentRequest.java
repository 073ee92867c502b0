package dev.turnpike.gateway.translation;

import java.util.Map;

/// What the way back must remember of a request: not its body, which would stay in memory as long as the stream.
///
/// @param bytes how long the body was
/// @param model the name that the client goes by
/// @param toolNames for each tool that had to be renamed, the name that the upstream knows to the client's
record SentRequest(int bytes, String model, Map<String, String> toolNames) {
    static SentRequest of(TranslatedRequest sent) {
        String model = sent.head().namesModel() ? sent.head().model() : sent.model();
        return new SentRequest(sent.body().length(), model, sent.toolNames());
    }
}
