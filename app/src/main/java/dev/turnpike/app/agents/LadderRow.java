package dev.turnpike.app.agents;

import dev.turnpike.app.text.Text;
import java.util.List;

/// One variable as the table shows it.
///
/// @param variable its name, or the names of two that are alike in everything
/// @param used what Claude Code uses, in words
/// @param standing what that means for us
record LadderRow(
        String variable,
        LadderCell managed,
        LadderCell project,
        LadderCell user,
        LadderCell shell,
        String used,
        Standing standing) {
    /// What is used, in a colour.
    enum Standing {
        /// Nothing is set.
        NONE,
        GOOD,
        MATTERS
    }

    List<LadderCell> cells() {
        return List.of(managed, project, user, shell);
    }

    /// Whether two rows say the same.
    boolean isLike(LadderRow other) {
        return cells().stream()
                        .map(LadderCell::text)
                        .toList()
                        .equals(other.cells().stream().map(LadderCell::text).toList())
                && used.equals(other.used)
                && standing == other.standing;
    }

    /// The same row for two names.
    LadderRow and(String other) {
        return new LadderRow(variable + ", " + other, managed, project, user, shell, used, standing);
    }

    /// The whole row as a sentence, for those who hear it.
    String sentence() {
        return Text.of(
                "agents.ladder.sentence",
                variable,
                said(managed),
                said(project),
                said(user),
                said(shell),
                used.equals("–") ? Text.of("agents.ladder.nothing") : used);
    }

    private static String said(LadderCell cell) {
        return switch (cell.kind()) {
            case NONE -> Text.of("agents.ladder.nothing");
            case UNKNOWN -> Text.of("agents.ladder.unknown");
            case OURS, FOREIGN -> cell.text();
        };
    }
}
