package dev.turnpike.app.agent.doctor;

import java.util.List;
import java.util.Optional;

/// Each variable that is set anywhere, with what wins.
///
/// @param shell the login shell, whose values count; empty where it is not known
public record Ladder(List<Rung> rungs, String shell) {
    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /// The rung of a variable; empty where nobody sets it.
    public Optional<Rung> rung(String variable) {
        return rungs.stream().filter(r -> r.variable().equals(variable)).findFirst();
    }
}
