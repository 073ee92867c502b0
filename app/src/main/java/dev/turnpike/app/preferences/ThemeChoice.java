package dev.turnpike.app.preferences;

/// Which theme the user wants.
public enum ThemeChoice {
    /// As the operating system is, also when that changes.
    SYSTEM,
    LIGHT,
    DARK
}
