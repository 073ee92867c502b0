package dev.turnpike.gateway.http;

import java.util.List;

/// What a call proves itself with. Whoever keeps what was said in it leaves these out.
///
/// @param values the secrets alone, without `Bearer` and the like
/// @param callers they are the caller's own, not those of a channel
public record Credentials(List<String> values, boolean callers) {
    public static final Credentials NONE = new Credentials(List.of(), false);

    public Credentials {
        values = List.copyOf(values);
    }

    /// Says how many there are, and none of them.
    @Override
    public String toString() {
        return "Credentials[" + values.size() + (callers ? " of the caller]" : "]");
    }
}
