package dev.turnpike.gateway.traffic;

/// How far a reader of a [TrafficFeed] has come.
///
/// @param generation grows when everything is cleared
/// @param change the number of the last change that the reader knows
public record Cursor(long generation, long change) {
    /// Knows nothing yet.
    public static final Cursor START = new Cursor(0, 0);
}
