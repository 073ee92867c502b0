package dev.turnpike.app.agents;

/// What one kind of place says of a variable.
///
/// @param text as it is shown; secrets are masked
/// @param wins whether Claude Code uses this one
/// @param matters whether that is in our way
/// @param whole everything about it, for those who ask; may be empty
record LadderCell(Kind kind, String text, boolean wins, boolean matters, String whole) {
    /// What there is.
    enum Kind {
        /// It is not set there.
        NONE,
        /// Nobody looked.
        UNKNOWN,
        OURS,
        FOREIGN
    }

    static LadderCell none() {
        return new LadderCell(Kind.NONE, "–", false, false, "");
    }

    static LadderCell unknown(String why) {
        return new LadderCell(Kind.UNKNOWN, "", false, false, why);
    }
}
