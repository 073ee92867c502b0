package dev.turnpike.app.agent.remedy;

/// What came of commenting a line out, or of taking that back.
public sealed interface LineChange {
    /// The file is as was asked.
    record Done(CommentedLine line) implements LineChange {}

    /// The file is as it was.
    ///
    /// @param reason why
    /// @param byHand what the user can do
    record Refused(String reason, String byHand) implements LineChange {}
}
