package dev.turnpike.app.agent.doctor;

import java.util.List;
import java.util.Optional;

/// A variable that is set in a place.
///
/// @param via the line that leads there: a shell's own file reads the one in which it is set
/// @param removals how it can be taken out where it stands, the best first
public record Setting(String variable, Value value, Place place, Optional<Place> via, List<Remedy> removals) {
    public Setting {
        removals = List.copyOf(removals);
    }

    /// A variable in a place where we do not act.
    public static Setting of(String variable, String text, Place place) {
        return new Setting(variable, Value.of(variable, text), place, Optional.empty(), List.of());
    }
}
