package dev.turnpike.gateway.openai;

/// Tokens as chat/completions counts them: `prompt` includes `cached`.
public record ChatUsage(long prompt, long completion, long cached) {}
