package dev.turnpike.app.onboarding;

/// What a test of the chosen route said.
sealed interface KeyCheck {
    /// There was none since the last change.
    record None() implements KeyCheck {}

    record Running() implements KeyCheck {}

    /// @param millis until the answer began
    record Works(long millis) implements KeyCheck {}

    /// @param words the upstream's own
    /// @param advice what to do
    record Failed(String words, String advice) implements KeyCheck {}
}
