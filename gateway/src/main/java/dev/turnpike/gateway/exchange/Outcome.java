package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.http.Headers;

/// What became of an attempt.
sealed interface Outcome {
    /// The client has the whole answer.
    record Served(TokenUsage usage, String stopReason) implements Outcome {}

    /// The upstream did not answer, or not to the end. `relayed` are the upstream's fields that the client may need
    /// with the error.
    record Lost(ApiError error, Headers relayed) implements Outcome {
        static Lost of(ApiError error) {
            return new Lost(error, Headers.empty());
        }
    }
}
