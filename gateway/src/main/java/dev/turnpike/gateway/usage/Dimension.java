package dev.turnpike.gateway.usage;

/// By what usage is split.
public enum Dimension {
    MODEL,
    CHANNEL,
    PROJECT,
    SESSION;

    /// What a line says there; empty where it is not known, or where it sums up several.
    public String of(UsageLine line) {
        return switch (this) {
            case MODEL -> line.model();
            case CHANNEL -> line.channel();
            case PROJECT -> line.project();
            case SESSION -> line.session();
        };
    }
}
