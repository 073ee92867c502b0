package dev.turnpike.gateway.anthropic;

/// What routing and passthrough need to know of a Messages API request, found without decoding the rest.
///
/// @param model the asked name, empty where the body has none
/// @param modelStart offset in the body of the first byte of the model's JSON string, its quote; where the body has
/// none, of the
/// place behind its opening brace
/// @param modelEnd offset behind the closing quote; where the body has none, the same as `modelStart`
/// @param stream an event stream was asked for
/// @param webSearch nothing but web searches is asked for, run by the server
/// @param foreignThinking some thinking has a signature that is empty, or of this gateway
public record RequestHead(
        String model, int modelStart, int modelEnd, boolean stream, boolean webSearch, boolean foreignThinking) {
    /// The body names a model.
    public boolean namesModel() {
        return modelEnd > modelStart;
    }
}
