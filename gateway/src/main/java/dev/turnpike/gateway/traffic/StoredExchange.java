package dev.turnpike.gateway.traffic;

/// A line of the list as it is stored.
///
/// @param seq its place in the order in which exchanges ended; grows, and is never used twice
/// @param pinned stays when the rest is cleared
public record StoredExchange(long seq, ExchangeSummary summary, boolean pinned) {}
