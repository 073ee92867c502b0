package dev.turnpike.app.agent;

import java.nio.file.Path;
import java.util.List;

/// What an undo did, or would do.
///
/// @param exact whether the file is byte for byte what it was before us
/// @param deleted whether the file is gone, as it was before us
/// @param back the variables that went back to what they were, or away
/// @param left those that somebody changed since, and which stay
public record UndoReport(Path file, boolean exact, boolean deleted, List<String> back, List<String> left) {
    public UndoReport {
        back = List.copyOf(back);
        left = List.copyOf(left);
    }
}
