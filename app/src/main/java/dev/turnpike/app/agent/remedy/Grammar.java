package dev.turnpike.app.agent.remedy;

import java.nio.file.Path;

/// How a start-up file is read, as far as it is needed to know when to keep one's hands off.
enum Grammar {
    SH,
    FISH,
    /// Not known here.
    NONE;

    static Grammar of(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".fish")) {
            return FISH;
        }
        return name.matches(
                        ".*\\.(ps1|psm1|nu|xsh|elv|py|json|toml|ya?ml|conf)|fish_variables|\\.t?cshrc|\\.login|\\.xonshrc")
                ? NONE
                : SH;
    }

    /// Whether that line, from 1, is no part of anything larger.
    boolean isAlone(String text, int line) {
        return switch (this) {
            case SH -> ShNesting.of(text).isAlone(line);
            case FISH -> FishNesting.of(text).isAlone(line);
            case NONE -> false;
        };
    }
}
