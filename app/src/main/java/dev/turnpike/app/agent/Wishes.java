package dev.turnpike.app.agent;

import java.util.LinkedHashSet;
import java.util.Set;

/// What a user said of the choices, by their variables; what they said nothing of goes as usual.
///
/// @param on switched on
/// @param off switched off, and off at a later edit too
/// @param aside left out of this edit alone
public record Wishes(Set<String> on, Set<String> off, Set<String> aside) {
    /// Everything as usual.
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of());

    public Wishes {
        on = Set.copyOf(on);
        off = Set.copyOf(off);
        aside = Set.copyOf(aside);
    }

    /// With one switched on or off.
    public Wishes with(String variable, boolean isOn) {
        return new Wishes(changed(on, variable, isOn), changed(off, variable, !isOn), aside);
    }

    /// The same, and for this once without those.
    public Wishes without(Set<String> variables) {
        return new Wishes(on, off, variables);
    }

    boolean include(EditChoice choice) {
        String variable = choice.variable();
        boolean asUsual = choice.preset() && !off.contains(variable) && !aside.contains(variable);
        return asUsual || on.contains(variable);
    }

    private static Set<String> changed(Set<String> variables, String variable, boolean isIn) {
        Set<String> changed = new LinkedHashSet<>(variables);
        if (isIn) {
            changed.add(variable);
        } else {
            changed.remove(variable);
        }
        return changed;
    }
}
