package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.anthropic.TokenUsage;

/// Numbers of tokens as they can be: a server that tells nonsense shall not spoil every sum.
final class SaneTokens {
    private static final long MOST = 1_000_000_000;

    private SaneTokens() {}

    static TokenUsage of(TokenUsage told) {
        return new TokenUsage(
                sane(told.input()), sane(told.output()), sane(told.cacheRead()), sane(told.cacheCreation()));
    }

    private static long sane(long tokens) {
        return Math.clamp(tokens, 0, MOST);
    }
}
