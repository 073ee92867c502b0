package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.KnownVariable;
import java.util.List;
import java.util.stream.Collectors;

/// The names that matter among those that a file has, for a note.
final class KnownNames {
    private KnownNames() {}

    /// Each once, parted by commas; empty for none.
    static String of(List<Assignment> sets) {
        return sets.stream()
                .map(Assignment::name)
                .filter(name -> KnownVariable.find(name).isPresent())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
