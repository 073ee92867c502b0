package dev.turnpike.gateway.traffic.filter;

import java.util.Locale;

/// A number of an exchange that a filter compares.
public enum Measure implements FilterKey {
    /// Tokens in and out together, cached ones included.
    TOKENS(Unit.COUNT, "tokens in and out together", "tokens:>10k"),
    /// Tokens in, cached ones included.
    IN(Unit.COUNT, "tokens in, cached ones included", "in:>100k"),
    OUT(Unit.COUNT, "tokens out", "out:>1k"),
    /// Of those whose cost is known.
    COST(Unit.NANODOLLARS, "cost in dollars, or unknown, or plan", "cost:>0.10"),
    /// Of those that had a first token.
    TTFT(Unit.MICROSECONDS, "time to the first token", "ttft:>2s"),
    /// Of those that are over.
    DURATION(Unit.MICROSECONDS, "time from the request to the end", "duration:>1m");

    /// What one of an amount is.
    public enum Unit {
        COUNT,
        NANODOLLARS,
        MICROSECONDS
    }

    private final Unit unit;
    private final String description;
    private final String example;

    Measure(Unit unit, String description, String example) {
        this.unit = unit;
        this.description = description;
        this.example = example;
    }

    public Unit unit() {
        return unit;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String example() {
        return example;
    }
}
