package dev.turnpike.app.agent.doctor;

import java.util.Locale;

/// How bad a finding is, the worst first.
public enum Severity {
    /// Requests are lost, or never reach the gateway.
    BREAKS,
    /// Requests go elsewhere, or to another model than the one that is meant.
    DIVERTS,
    /// Requests arrive, and something about them is not as it should be.
    WARNS,
    /// Something foreign is there and does not matter.
    HARMLESS,
    /// Worth knowing, nothing more.
    INFO;

    /// As JSON names it: `breaks`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether `turnpike doctor` ends with 1 for it.
    public boolean isBad() {
        return this == BREAKS || this == DIVERTS;
    }

    /// Whether somebody should look at it.
    public boolean isWorthALook() {
        return isBad() || this == WARNS;
    }
}
