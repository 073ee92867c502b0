package dev.turnpike.gateway.traffic;

/// What fills a request, in bytes.
///
/// @param history earlier messages without the results of tools
/// @param results results of tools in earlier messages
/// @param fresh everything behind the last word of the model
/// @param tools how many bytes the tools take
/// @param toolCount how many tools there are
/// @param messageCount how many messages there are
/// @param freshMessages how many of them are new
public record ContextParts(
        long system,
        long tools,
        long history,
        long results,
        long fresh,
        int toolCount,
        int messageCount,
        int freshMessages) {
    static final ContextParts NONE = new ContextParts(0, 0, 0, 0, 0, 0, 0, 0);

    /// All parts together.
    public long total() {
        return system + tools + history + results + fresh;
    }
}
