package dev.turnpike.app.onboarding;

import dev.turnpike.app.agent.DiffRow;
import dev.turnpike.app.agent.SettingsDiff;
import dev.turnpike.app.look.DiffLine;
import java.util.List;

/// The lines of an edit as they are drawn.
final class DiffLines {
    private DiffLines() {}

    static List<DiffLine> of(SettingsDiff diff) {
        return diff.rows().stream().map(DiffLines::line).toList();
    }

    private static DiffLine line(DiffRow row) {
        DiffLine.Change change = switch (row.change()) {
            case SAME -> DiffLine.Change.SAME;
            case ADDED -> DiffLine.Change.ADDED;
            case REMOVED -> DiffLine.Change.REMOVED;
            case CHANGED -> DiffLine.Change.CHANGED;
        };
        return new DiffLine(row.number(), change, row.before(), row.old(), row.after());
    }
}
