package dev.turnpike.gateway.usage;

/// What an exchange cost.
public sealed interface Cost {
    /// An amount in billionths of a US dollar.
    record Known(long nanodollars) implements Cost {}

    /// No price is known for the model. Never counted as nothing.
    record Unknown() implements Cost {}

    /// Paid by the caller's own subscription, whatever it uses.
    record Plan() implements Cost {}
}
