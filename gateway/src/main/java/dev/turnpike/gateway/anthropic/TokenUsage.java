package dev.turnpike.gateway.anthropic;

/// Tokens of one message in the Messages API's form: `input` leaves out what was read from or written to the prompt
/// cache.
public record TokenUsage(long input, long output, long cacheRead, long cacheCreation) {
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0);

    /// This count, each number replaced by a later one that is not zero: upstreams repeat, correct or leave out.
    public TokenUsage updatedBy(TokenUsage later) {
        return new TokenUsage(
                later.input == 0 ? input : later.input,
                later.output == 0 ? output : later.output,
                later.cacheRead == 0 ? cacheRead : later.cacheRead,
                later.cacheCreation == 0 ? cacheCreation : later.cacheCreation);
    }
}
