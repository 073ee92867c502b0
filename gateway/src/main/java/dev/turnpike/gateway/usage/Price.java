package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.anthropic.TokenUsage;

/// What a model costs, in billionths of a US dollar a token: 3,000 is 3 dollars a million.
///
/// One price for every length of prompt and every hour: what some vendors add for prompts of more than
/// 200,000 tokens, and take off at night or for batches, is not in it.
public record Price(long input, long output, long cacheRead, long cacheWrite) {
    /// @param usage whose `input` leaves out what the cache served
    public Cost.Known of(TokenUsage usage) {
        TokenUsage sane = SaneTokens.of(usage);
        return new Cost.Known(sane.input() * input
                + sane.output() * output
                + sane.cacheRead() * cacheRead
                + sane.cacheCreation() * cacheWrite);
    }

    /// What reading from the cache saved, less what writing to it cost more; below nothing where it did not
    /// pay.
    public long saved(TokenUsage usage) {
        TokenUsage sane = SaneTokens.of(usage);
        return sane.cacheRead() * (input - cacheRead) - sane.cacheCreation() * (cacheWrite - input);
    }
}
