package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Remedy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Carries out what is not an edit of Claude Code's own settings. Each call may block.
public interface Treatment {
    /// What making that line a comment would do.
    TreatmentPlan plan(Remedy.CommentOut remedy);

    /// Takes a variable out of the user's part of the Windows registry.
    TreatmentPlan.Undo removeFromRegistry(String variable);

    /// Opens a file in an editor, at that line where the editor can.
    ///
    /// @throws IOException where there is no program for it
    void open(Path file, OptionalInt line) throws IOException;
}
