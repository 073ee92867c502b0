package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.TokenUsage;

/// A session as far as its exchanges are stored.
///
/// @param project the folder in which the agent works, empty where unknown
/// @param firstMillis when its first exchange arrived
/// @param lastMillis when its last exchange arrived
/// @param nanodollars of those whose price is known
/// @param unpriced how many exchanges have no known price
/// @param planned how many a subscription pays for
public record StoredSession(
        SessionKey key,
        String project,
        long exchanges,
        long failed,
        long firstMillis,
        long lastMillis,
        TokenUsage usage,
        long nanodollars,
        long unpriced,
        long planned) {}
