package dev.turnpike.app.agent.witness;

import java.time.Instant;

/// A sign that was seen, and of whom.
///
/// @param session in which it was seen last
record SeenSign(
        Sign sign, boolean claudeCode, String program, String session, String target, Instant first, Instant last) {
    static SeenSign of(Sign sign, Trace trace) {
        return new SeenSign(
                sign, trace.claudeCode(), trace.program(), trace.session(), trace.target(), trace.at(), trace.at());
    }

    /// The same, seen again.
    SeenSign again(Trace trace) {
        return new SeenSign(sign, claudeCode, program, trace.session(), target, first, trace.at());
    }

    /// Whether that request comes from the same client, as far as both tell.
    boolean isOf(Trace trace) {
        boolean targets = target.isEmpty() || trace.target().isEmpty() || target.equals(trace.target());
        return program.equals(trace.program()) && targets;
    }
}
