package dev.turnpike.app.onboarding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One of the three sizes of model that Claude Code asks for.
enum Tier {
    OPUS,
    SONNET,
    HAIKU;

    /// The part of an asked name that tells it.
    String pattern() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The listed model that is named like it.
    Optional<String> among(List<String> listed) {
        return listed.stream()
                .filter(model -> model.toLowerCase(Locale.ROOT).contains(pattern()))
                .findFirst();
    }
}
