package dev.turnpike.gateway.traffic;

/// A body as it may be stored.
///
/// @param bytes as many as came in; the same array where nothing was overwritten
/// @param changed something was overwritten
public record Redacted(byte[] bytes, boolean changed) {}
