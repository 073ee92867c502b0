package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.Switches;
import dev.turnpike.app.agent.VariableNames;
import java.util.ArrayList;
import java.util.List;

/// What makes Claude Code behave otherwise than a user expects.
final class BehaviourRule implements Rule {
    private static final String DISCOVERY = VariableNames.DISCOVERY;
    private static final String CACHING = "DISABLE_PROMPT_CACHING";

    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        if (!RouteRule.comesHere(layer, ours)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        layer.effective(CACHING)
                .filter(s -> Switches.isOn(s.value().plain()))
                .ifPresent(s -> found.add(Findings.of("no-caching", Severity.INFO, s)));
        overridden(layer, ours, DISCOVERY, found);
        overridden(layer, ours, VariableNames.WINDOW, found);
        overridden(layer, ours, "ENABLE_TOOL_SEARCH", found);
        return found;
    }

    /// What we wrote, beaten by a stronger file.
    private static void overridden(Layer layer, Ours ours, String name, List<Finding> found) {
        boolean written = layer.files().stream()
                .anyMatch(s -> s.variable().equals(name)
                        && s.place().kind() == PlaceKind.USER
                        && ours.isWritten(name, s.value().hash()));
        layer.inFiles(name)
                .filter(s -> written && s.place().kind() != PlaceKind.USER)
                .filter(s -> !ours.isWritten(name, s.value().hash()))
                .ifPresent(s -> found.add(Findings.of("overridden", Severity.WARNS, s)));
    }
}
