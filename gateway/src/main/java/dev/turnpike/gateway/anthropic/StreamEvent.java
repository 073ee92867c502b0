package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.RawJson;

/// One event of a streamed message.
public sealed interface StreamEvent {
    /// The message begins; `usage` is what is known by then, or an estimate.
    record MessageStart(String id, String model, TokenUsage usage) implements StreamEvent {}

    /// A block begins. Text, thinking and tool input follow in deltas; the block carries none of them yet.
    record BlockStart(int index, ContentBlock block) implements StreamEvent {}

    record BlockDelta(int index, Delta delta) implements StreamEvent {}

    record BlockStop(int index) implements StreamEvent {}

    /// The message is complete but for its end.
    ///
    /// @param stopReason empty where there is none
    /// @param stopSequence empty where there is none
    record MessageDelta(String stopReason, String stopSequence, TokenUsage usage) implements StreamEvent {}

    record MessageStop() implements StreamEvent {}

    record Ping() implements StreamEvent {}

    /// The message cannot be completed. Nothing follows.
    record StreamError(ApiError error) implements StreamEvent {}

    /// An event of a type that nothing here knows.
    record OtherEvent(String type, RawJson json) implements StreamEvent {}

    /// What is added to the open block.
    sealed interface Delta {}

    record TextDelta(String text) implements Delta {}

    record ThinkingDelta(String thinking) implements Delta {}

    record SignatureDelta(String signature) implements Delta {}

    /// A piece of the JSON text of a tool's input, cut anywhere.
    record InputJsonDelta(String partialJson) implements Delta {}

    record OtherDelta(String type, RawJson json) implements Delta {}
}
