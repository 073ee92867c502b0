package dev.turnpike.app.preferences;

/// What closing the window does.
public enum ClosingChoice {
    /// Not decided yet.
    ASK,
    /// The gateway keeps running without a window.
    KEEP,
    QUIT
}
