package dev.turnpike.gateway.channel;

import java.util.Map;
import java.util.Optional;

/// What a channel's upstream accepts, where upstreams of one protocol differ.
///
/// @param said what is known of it, whatever model it serves
/// @param defaultMaxTokens the limit that is sent when the request names none; 0 sends none
/// @param contextTokens how many tokens the prompt and the answer may have together; 0 where that is not known
public record Compat(Map<Capability, Boolean> said, int defaultMaxTokens, int contextTokens) {
    /// Nothing is known.
    public static final Compat DEFAULT = new Compat(Map.of(), 0, 0);

    public Compat {
        said = Map.copyOf(said);
    }

    /// Nothing is known but this.
    public static Compat with(Capability capability, boolean has) {
        return new Compat(Map.of(capability, has), 0, 0);
    }

    /// Whether it has that capability; empty where nobody said so.
    public Optional<Boolean> says(Capability capability) {
        return Optional.ofNullable(said.get(capability));
    }
}
