package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.usage.Cost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One line about one exchange.
///
/// @param number its place among all that were recorded, from 1
/// @param epochMillis when it arrived
/// @param project the folder in which the agent works, empty where the request does not tell
/// @param askedModel empty where the request names none
/// @param servedModel empty before it is routed
/// @param channel the id of the channel, empty before it is routed
/// @param reason why it is served there, a sentence
/// @param attempts begun so far
/// @param lostStatus the status of the last attempt that failed and was followed by another; 0 without one or where
/// it had none
/// @param retried an attempt failed and another one followed
/// @param stream an event stream was asked for
/// @param tools the names of the tools that the answer calls, and of those whose results the request brings; known at
/// the end
/// @param brokenAt the number of the first message, from 0, that is another one than in the request before it in the
/// session; empty where that one's messages are all there, so that the prompt cache can be used
/// @param requestBytes of the client's body
/// @param replyBytes that left for the client
/// @param cost of a finished one
/// @param usage what is known of it; `output` is an estimate until the upstream tells
/// @param firstToken from the arrival to the first content
/// @param duration from the arrival to the end; empty while it runs
public record ExchangeSummary(
        ExchangeId id,
        int number,
        long epochMillis,
        RowKind kind,
        Subject subject,
        SessionKey session,
        String project,
        String askedModel,
        String servedModel,
        String channel,
        String reason,
        int attempts,
        int lostStatus,
        boolean retried,
        ExchangeState state,
        boolean stream,
        List<String> tools,
        OptionalInt brokenAt,
        long requestBytes,
        long replyBytes,
        Cost cost,
        TokenUsage usage,
        Optional<Duration> firstToken,
        Optional<Duration> duration) {
    public ExchangeSummary {
        tools = List.copyOf(tools);
    }

    /// Tokens that went in, cached ones included.
    public long tokensIn() {
        return usage.input() + usage.cacheRead() + usage.cacheCreation();
    }

    public long tokensOut() {
        return usage.output();
    }
}
