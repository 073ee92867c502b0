package dev.turnpike.app.agent.remedy;

import java.nio.file.Path;

/// What commenting a line out would mean.
public sealed interface LinePlan {
    /// It can be done.
    ///
    /// @param named the file as the finding named it
    /// @param target the file that would be written: what a link leads to
    /// @param line from 1
    /// @param variable that the line sets
    /// @param lineHash SHA-256 of the line that is meant
    /// @param before the line, fit to be shown
    /// @param after the same as it would be
    record Possible(Path named, Path target, int line, String variable, String lineHash, String before, String after)
            implements LinePlan {}

    /// It is not for a program to do.
    ///
    /// @param reason why
    /// @param byHand what the user can do
    record Refused(String reason, String byHand) implements LinePlan {}
}
