package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.text.Text;
import java.util.List;

/// An administrator's settings that are in no file of Claude Code's own.
final class ManagedPolicy {
    private ManagedPolicy() {}

    /// Writes down what they say.
    static void note(Draft draft, Place place, String json) {
        switch (Leaves.strict(json)) {
            case Leaves.Read read -> {
                ClaudeValues.of(read).forEach(leaf -> draft.set(leaf.name(), leaf.text(), place, List.of()));
                draft.checked(PlaceKind.MANAGED, place.name(), place.file(), true, "");
            }
            case Leaves.Broken(String why, int line, int column) -> {
                String said = Text.of("sources.line-column", line, column) + ": " + why;
                draft.checked(PlaceKind.MANAGED, place.name(), place.file(), false, said);
                draft.found(Finding.of(
                        "unreadable-file",
                        Severity.BREAKS,
                        place,
                        Text.of("sources.unreadable.title"),
                        Text.of("sources.unreadable.managed", place.shown(), said),
                        List.of()));
            }
        }
    }
}
