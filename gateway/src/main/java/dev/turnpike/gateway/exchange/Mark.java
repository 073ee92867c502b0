package dev.turnpike.gateway.exchange;

import java.util.Locale;
import java.util.Optional;

/// Something about a request that tells how its client is set up. No secret, so that it can be kept.
public enum Mark {
    /// Beside our key it brought another `x-api-key`.
    FOREIGN_API_KEY,
    /// Beside our key it brought another `authorization`.
    FOREIGN_AUTHORIZATION,
    /// A newer token has taken the place of the one that it brought.
    RETIRED_TOKEN,
    /// Its base URL ends with `/v1`.
    DOUBLED_VERSION,
    /// It brought a configured client's token, and is not Claude Code.
    OTHER_CLIENT,
    /// It names no `anthropic-version`.
    NO_VERSION;

    /// How it is written in a file: `foreign-api-key`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The mark that is written so; empty where this version does not know it.
    public static Optional<Mark> of(String word) {
        for (Mark mark : values()) {
            if (mark.word().equals(word)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
