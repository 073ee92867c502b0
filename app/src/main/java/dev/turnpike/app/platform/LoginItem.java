package dev.turnpike.app.platform;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Whether the system starts the desktop application, without its window, when the user logs in.
public interface LoginItem {
    /// How it is now. Somebody else may change it at any time, so it is read anew each time.
    LoginState state();

    /// Has it started from the next login on; what runs now stays as it is.
    ///
    /// @throws IOException with a sentence for the user
    void enable() throws IOException;

    /// Has it not started any more.
    ///
    /// @throws IOException with a sentence for the user
    void disable() throws IOException;

    /// The one of this system.
    ///
    /// @param properties of this process: the launcher that started it is among them
    static LoginItem of(Surroundings around, CommandRunner commands, Properties properties) {
        Optional<String> launcher = launcher(around, properties);
        if (launcher.isEmpty()) {
            return new NoLoginItem(
                    around.isWindows()
                            ? "Only the installed program can be started at login on Windows"
                            : "Turnpike was not started by its launcher, so there is nothing to start at login");
        }
        List<String> command = List.of(launcher.get(), "--hidden");
        // a folder of its own would not be found again by a process that the session starts
        String home = around.variable("TURNPIKE_HOME");
        Map<String, String> variables = home.isBlank()
                ? Map.of()
                : Map.of("TURNPIKE_HOME", around.workingFolder().resolve(home).toString());
        if (around.isWindows()) {
            return variables.isEmpty()
                    ? new RunValue(new WindowsRegistry(commands, around), command)
                    : new NoLoginItem("TURNPIKE_HOME is set here, and Windows starts programs without it");
        }
        return around.system().startsWith("Mac")
                ? new LaunchAgent(around, commands, command, variables)
                : new AutostartEntry(around, command, variables);
    }

    /// The installed program's launcher, or the script of the checkout; each passes its own path to the
    /// program.
    private static Optional<String> launcher(Surroundings around, Properties properties) {
        return Optional.ofNullable(properties.getProperty("jpackage.app-path"))
                .or(() -> Optional.ofNullable(properties.getProperty("turnpike.launcher")))
                .filter(path -> !path.isBlank())
                // a script of a checkout is not something that Windows starts
                .filter(path -> !around.isWindows() || path.endsWith(".exe"));
    }
}
