package dev.turnpike.app.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// What a process finds around it.
///
/// @param environment its variables
/// @param workingFolder where it was started
/// @param userHome the user's own folder
/// @param system the operating system's name, as in `os.name`
public record Surroundings(Map<String, String> environment, Path workingFolder, Path userHome, String system) {
    public Surroundings {
        environment = Map.copyOf(environment);
        workingFolder = workingFolder.toAbsolutePath();
    }

    /// Those of this process.
    public static Surroundings current() {
        return new Surroundings(System.getenv(), Path.of(""), homeFolder(), System.getProperty("os.name", ""));
    }

    private static Path homeFolder() {
        // a shell's HOME may be set on purpose, and Claude Code follows it; the property is from the user database
        String home = System.getenv().getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home", "") : home);
    }

    /// The same as the system properties that say it.
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", userHome.toString());
        properties.setProperty("user.dir", workingFolder.toString());
        return properties;
    }

    public boolean isWindows() {
        return system.startsWith("Windows");
    }

    /// A variable's value; empty where it is not set.
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
