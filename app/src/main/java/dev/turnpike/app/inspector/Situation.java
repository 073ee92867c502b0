package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Mark;
import java.util.List;

/// What the room Traffic wants to know about the rest of the program. Asked on the FX thread.
public interface Situation {
    /// Something that is already true, or still missing, before the first request can come.
    record Fact(Mark mark, String sentence) {}

    /// Whether the gateway answers.
    boolean isRunning();

    /// What to say below "No requests yet".
    List<Fact> facts();
}
