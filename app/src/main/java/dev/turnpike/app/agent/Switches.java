package dev.turnpike.app.agent;

import java.util.Locale;
import java.util.Set;

/// Variables that are on or off.
public final class Switches {
    private static final Set<String> ON = Set.of("1", "true", "yes", "on");

    private Switches() {}

    /// A switch with that value is on, as Claude Code reads it.
    public static boolean isOn(String value) {
        return ON.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
