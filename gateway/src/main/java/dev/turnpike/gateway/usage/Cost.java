package dev.turnpike.gateway.usage;

/// What an exchange cost.
public sealed interface Cost {
    /// An amount in billionths of a US dollar.
    record Known(long nanodollars) implements Cost {}

    /// No price is known for the model. Never counted as nothing.
    record Unknown() implements Cost {}

    /// Paid by the caller's own subscription, whatever it uses.
    record Plan() implements Cost {}

    /// For people: `$0.41`, a dash where no price is known, `covered by your plan`.
    default String words() {
        return switch (this) {
            case Known known -> Money.text(known.nanodollars);
            case Unknown _ -> "—";
            case Plan _ -> "covered by your plan";
        };
    }
}
