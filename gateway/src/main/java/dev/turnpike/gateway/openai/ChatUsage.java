package dev.turnpike.gateway.openai;

/// Tokens as chat/completions counts them: `prompt` includes those that were read from the cache (`cached`) and those
/// that were written to it (`written`).
public record ChatUsage(long prompt, long completion, long cached, long written) {}
