package dev.turnpike.app.look;

/// Which theme the user wants.
public enum ThemeChoice {
    /// As the operating system is, also when that changes.
    SYSTEM,
    LIGHT,
    DARK
}
