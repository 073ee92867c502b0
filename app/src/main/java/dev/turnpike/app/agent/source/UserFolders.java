package dev.turnpike.app.agent.source;

import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Path;

/// Where programs keep what a user set up in them.
final class UserFolders {
    private UserFolders() {}

    /// `~/.config`, or what stands for it.
    static Path configuration(Surroundings around) {
        return named(around, "XDG_CONFIG_HOME", ".config");
    }

    /// Where programs with windows keep it on this system.
    static Path applications(Surroundings around) {
        if (around.isWindows()) {
            return named(around, "APPDATA", "AppData/Roaming");
        }
        return isMac(around) ? around.userHome().resolve("Library/Application Support") : configuration(around);
    }

    /// Where programs keep on Windows what belongs to this machine alone.
    static Path local(Surroundings around) {
        return named(around, "LOCALAPPDATA", "AppData/Local");
    }

    static boolean isMac(Surroundings around) {
        return around.system().startsWith("Mac");
    }

    private static Path named(Surroundings around, String variable, String usual) {
        String named = around.variable(variable);
        return around.userHome().resolve(named.isBlank() ? usual : named);
    }
}
