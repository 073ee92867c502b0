package dev.turnpike.app.preferences;

/// Light, dark, or as the system has it.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
