package dev.turnpike.app.agent.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One variable of the ladder: everywhere it is set, and which of these Claude Code would use.
///
/// @param values the strongest first
/// @param winner the one that a Claude Code started now, in the login shell and in the chosen folder, would use
/// @param standing what that means
public record Rung(String variable, List<Setting> values, Optional<Setting> winner, Standing standing) {
    public Rung {
        values = List.copyOf(values);
    }

    /// What the winning value means for us.
    public enum Standing {
        /// Nobody sets it.
        UNSET,
        /// Ours is used.
        OURS,
        /// A foreign value is used, and that does not matter.
        FINE,
        /// A foreign value is used, and that matters.
        FOREIGN;

        /// As JSON names it: `ours`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The value that this shell, or else the system, gives to what is started in it.
    public Optional<Setting> inShell(String shell) {
        return values.stream()
                .filter(s ->
                        s.place().kind() == PlaceKind.SHELL && s.place().name().equals(shell))
                .findFirst()
                .or(() -> in(PlaceKind.SYSTEM));
    }

    /// The value of that kind of place, the first where there are several.
    public Optional<Setting> in(PlaceKind kind) {
        return values.stream().filter(s -> s.place().kind() == kind).findFirst();
    }
}
