package dev.turnpike.app.agent;

import dev.turnpike.app.agent.ClaudeSettings.Usable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an administrator's settings keep from us: they beat whatever is given on the command line.
public final class ManagedOverrides {
    private ManagedOverrides() {}

    /// One line for each variable of the block that a managed file sets to something else. No value of a credential
    /// stands in them.
    public static List<String> of(ClaudeHome home, EnvironmentBlock block) {
        return of(home, block.whole(), "this command");
    }

    /// One line for each of these variables that a managed file sets to something else.
    ///
    /// @param beaten what such a file beats, in two words
    public static List<String> of(ClaudeHome home, Map<String, String> ours, String beaten) {
        List<String> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ClaudeSettings settings : ClaudeSettings.readAll(home.managedFiles())) {
            if (settings instanceof Usable usable) {
                usable.environment().forEach((name, value) -> {
                    if (ours.containsKey(name) && seen.add(name) && differs(name, value, ours.getOrDefault(name, ""))) {
                        lines.add(line(usable.file(), name, value, beaten));
                    }
                });
            }
        }
        return lines;
    }

    private static boolean differs(String name, String theirs, String ours) {
        return Shield.PROVIDER_SWITCHES.contains(name) ? Switches.isOn(theirs) : !theirs.equals(ours);
    }

    private static String line(Path file, String name, String value, String beaten) {
        String shown = name.equals(VariableNames.BASE_URL) ? " to " + GatewayAddress.masked(value) : "";
        return file + " sets " + name + shown + ", which beats " + beaten + ": only an administrator can change it";
    }
}
