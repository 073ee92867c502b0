package dev.turnpike.gateway.exchange;

/// What a client asked for.
public enum ExchangeKind {
    /// `POST /v1/messages`.
    MESSAGES,
    /// `POST /v1/messages/count_tokens`.
    COUNT_TOKENS
}
