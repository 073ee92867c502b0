package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.channel.ChannelId;
import java.util.List;
import java.util.Map;

/// What the way back must remember of a request: not its body, which would stay in memory as long as the stream.
///
/// @param channel who is asked
/// @param accepted what it accepts
/// @param bytes how long the body was
/// @param promptTokens about how many tokens it has
/// @param model the name that the client goes by
/// @param toolNames for each tool that had to be renamed, the name that the upstream knows to the client's
/// @param stopSequences those that the client asked for
record SentRequest(
        ChannelId channel,
        Accepted accepted,
        int bytes,
        long promptTokens,
        String model,
        Map<String, String> toolNames,
        List<String> stopSequences) {
    static SentRequest of(TranslatedRequest sent, ChannelId channel, Accepted accepted, long promptTokens) {
        String model = sent.head().namesModel() ? sent.head().model() : sent.model();
        return new SentRequest(
                channel, accepted, sent.body().length(), promptTokens, model, sent.toolNames(), sent.stopSequences());
    }
}
