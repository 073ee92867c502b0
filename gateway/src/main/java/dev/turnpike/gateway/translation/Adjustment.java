package dev.turnpike.gateway.translation;

/// Something in a request that translation could not carry over as it was.
///
/// `path` is where it stood in the client's request (`tools[3].name`), `reason` one sentence for people.
public sealed interface Adjustment {
    String path();

    String reason();

    /// Stands under another name.
    record Renamed(String path, String to, String reason) implements Adjustment {}

    /// Left out.
    record Dropped(String path, String reason) implements Adjustment {}

    /// Carried over as something close to it.
    record Approximated(String path, String reason) implements Adjustment {}

    /// Was not in the client's request; `path` is where it stands in the upstream's.
    record Added(String path, String reason) implements Adjustment {}
}
