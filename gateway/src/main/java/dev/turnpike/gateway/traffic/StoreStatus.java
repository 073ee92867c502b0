package dev.turnpike.gateway.traffic;

/// Whether what is recorded is also kept.
public sealed interface StoreStatus {
    /// It is, as far as is known.
    record Working() implements StoreStatus {}

    /// It is not, for a reason, a sentence for people. Tried again and again.
    record Failing(String why) implements StoreStatus {}
}
