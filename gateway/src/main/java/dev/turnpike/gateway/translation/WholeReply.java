package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;

/// What became of a reply that came in one piece.
public sealed interface WholeReply {
    /// A message for the client, UTF-8 JSON. `stopReason` is empty where the upstream gave none.
    record Message(byte[] json, TokenUsage usage, String stopReason) implements WholeReply {}

    /// The upstream answered 200 with something that is not a message.
    record NotAMessage(ApiError error) implements WholeReply {}
}
