package dev.turnpike.app.agent.source;

import java.util.ArrayList;
import java.util.List;

/// What one of Claude Code's settings texts says that matters.
final class ClaudeValues {
    private static final List<String> KEYS = List.of("apiKeyHelper", "model", "forceLoginMethod");

    private ClaudeValues() {}

    /// The members of `env`, and the keys that are no variables; each by its name alone.
    static List<Leaf> of(Leaves.Read settings) {
        List<Leaf> values = new ArrayList<>();
        for (Leaf leaf : settings.under("env")) {
            if (leaf.path().size() == 2 && !KEYS.contains(leaf.name())) {
                values.add(leaf);
            }
        }
        KEYS.forEach(key -> settings.at(key).ifPresent(values::add));
        return values;
    }
}
