package dev.turnpike.gateway.anthropic;

/// One event of a streamed message.
public sealed interface StreamEvent {
    record Ping() implements StreamEvent {}
}
