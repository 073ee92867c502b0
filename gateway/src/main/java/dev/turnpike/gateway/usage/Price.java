package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.anthropic.TokenUsage;

/// What a model costs, in billionths of a US dollar a token: 3,000 is 3 dollars a million.
public record Price(long input, long output, long cacheRead, long cacheWrite) {
    /// @param usage whose `input` leaves out what the cache served
    public Cost.Known of(TokenUsage usage) {
        return new Cost.Known(usage.input() * input
                + usage.output() * output
                + usage.cacheRead() * cacheRead
                + usage.cacheCreation() * cacheWrite);
    }

    /// What reading from the cache saved, less what writing to it cost more; below nothing where it did not pay.
    public long saved(TokenUsage usage) {
        return usage.cacheRead() * (input - cacheRead) - usage.cacheCreation() * (cacheWrite - input);
    }
}
