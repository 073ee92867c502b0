package dev.turnpike.app.agents;

import java.nio.file.Path;

/// What making a line a comment would do.
public sealed interface TreatmentPlan {
    /// It can be done.
    ///
    /// @param before the line as it is; what is secret in it is masked
    /// @param after the same as it would be
    /// @param act does it; may block, and throws [dev.turnpike.app.agent.EditRefused] where it cannot be done
    record Ready(Path file, int line, String before, String after, Act act) implements TreatmentPlan {}

    /// We must not do it.
    ///
    /// @param why a sentence
    /// @param byHand the text to write in place of the line
    record Refused(Path file, int line, String why, String byHand) implements TreatmentPlan {}

    /// Something that is done once, and can be taken back.
    interface Act {
        /// Does it.
        Undo run();
    }

    /// Takes something back.
    interface Undo {
        /// Does it; what it did, a sentence.
        String run();
    }
}
