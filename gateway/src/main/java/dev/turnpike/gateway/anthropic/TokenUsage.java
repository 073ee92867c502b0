package dev.turnpike.gateway.anthropic;

/// Tokens of one message in the Messages API's form: `input` leaves out what was read from or written to the prompt
/// cache.
public record TokenUsage(long input, long output, long cacheRead, long cacheCreation) {
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0);
}
