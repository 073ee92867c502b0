package dev.turnpike.app.preferences;

/// What quitting does while Claude Code is set to use this gateway.
public enum QuitChoice {
    ASK,
    /// Claude Code goes back to what it had before.
    RESTORE,
    /// Claude Code stays as it is and gets no answers.
    LEAVE
}
