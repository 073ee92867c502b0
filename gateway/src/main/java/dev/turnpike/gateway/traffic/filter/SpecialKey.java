package dev.turnpike.gateway.traffic.filter;

import java.util.Locale;

/// A key whose values are words of its own.
public enum SpecialKey implements FilterKey {
    /// See [Condition.Status].
    STATUS("how it ended", "status:429,5xx"),
    /// See [KindWord].
    KIND("part it plays in the session", "kind:main"),
    /// See [Condition.Arrived].
    AFTER("came at that time or later", "after:2h"),
    /// See [Condition.Arrived].
    BEFORE("came earlier than that", "before:2026-11-27"),
    /// See [Flag]; the flag alone says the same.
    IS("error, pinned, stream, retried or cache-break", "is:pinned");

    private final String description;
    private final String example;

    SpecialKey(String description, String example) {
        this.description = description;
        this.example = example;
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
