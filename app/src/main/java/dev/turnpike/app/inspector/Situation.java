package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Mark;
import java.util.List;

/// What the room Traffic wants to know about the rest of the program. Asked on the FX thread.
public interface Situation {
    /// Something that is already true, or still missing, before the first request can come.
    record Fact(Mark mark, String sentence) {}

    /// Whether the gateway answers.
    boolean isRunning();

    /// Whether Claude Code's settings lead here, as far as is known now.
    boolean isConfigured();

    /// What to say below "No requests yet", as far as is known now.
    List<Fact> facts();

    /// Looks again, behind the caller's back.
    void look();

    /// The user's own folder, which Claude Code takes from `HOME`; empty where there is none.
    String home();
}
