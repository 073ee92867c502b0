package dev.turnpike.gateway.channel;

/// What a channel's upstream accepts, where upstreams of one protocol differ.
///
/// @param maxCompletionTokens the limit is sent as `max_completion_tokens` instead of `max_tokens`
/// @param defaultMaxTokens the limit that is sent when the request names none; 0 sends none
public record Compat(boolean maxCompletionTokens, int defaultMaxTokens) {
    /// What most chat/completions servers accept.
    public static final Compat DEFAULT = new Compat(false, 0);
}
