package dev.turnpike.app.agent;

import java.nio.file.Path;
import java.util.List;

/// What an undo did, or would do.
///
/// @param exact whether the file is byte for byte what it was before us
/// @param deleted whether the file is gone, as it was before us
/// @param back the names of the values that went back to what they were, or away
/// @param left those that somebody changed since, and which stay
/// @param others the same of further files that were written together with this one
public record UndoReport(
        Path file, boolean exact, boolean deleted, List<String> back, List<String> left, List<UndoReport> others) {
    public UndoReport {
        back = List.copyOf(back);
        left = List.copyOf(left);
        others = List.copyOf(others);
    }

    /// Of one file alone.
    UndoReport(Path file, boolean exact, boolean deleted, List<String> back, List<String> left) {
        this(file, exact, deleted, back, left, List.of());
    }

    UndoReport with(List<UndoReport> others) {
        return new UndoReport(file, exact, deleted, back, left, others);
    }
}
