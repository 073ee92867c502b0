package dev.turnpike.gateway.configuration;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The folder in which Turnpike keeps its files; it may not exist yet.
public record TurnpikeHome(Path folder) {
    /// `TURNPIKE_HOME`, else the place that the operating system has for such folders.
    ///
    /// @param system the system properties: `os.name`, `user.home` and `user.dir` count
    /// @throws InvalidConfiguration when no home folder is known
    public static TurnpikeHome of(Map<String, String> environment, Properties system) {
        Variables variables = new Variables(environment);
        Optional<String> chosen = variables.text("TURNPIKE_HOME");
        if (chosen.isPresent()) {
            return new TurnpikeHome(Path.of(system.getProperty("user.dir", ""))
                    .resolve(chosen.get())
                    .toAbsolutePath()
                    .normalize());
        }
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new TurnpikeHome(absolute(variables, "APPDATA")
                    .orElseGet(() -> userHome(Optional.empty(), system).resolve("AppData/Roaming"))
                    .resolve("Turnpike"));
        }
        // a shell's HOME may be set on purpose; the system property is from the user database
        Optional<Path> home = absolute(variables, "HOME");
        if (os.startsWith("mac")) {
            return new TurnpikeHome(userHome(home, system).resolve("Library/Application Support/Turnpike"));
        }
        return new TurnpikeHome(absolute(variables, "XDG_CONFIG_HOME")
                .orElseGet(() -> userHome(home, system).resolve(".config"))
                .resolve("turnpike"));
    }

    /// Where the configuration is.
    public Path configurationFile() {
        return folder.resolve("turnpike.json");
    }

    private static Path userHome(Optional<Path> home, Properties system) {
        return home.orElseGet(() -> {
            String known = system.getProperty("user.home", "");
            // "?" is what Java says for a user without an entry, as in some containers
            if (known.isBlank() || known.equals("?")) {
                throw new InvalidConfiguration(
                        "TURNPIKE_HOME: expected a folder, since no home folder is known, found nothing");
            }
            return Path.of(known);
        });
    }

    /// A relative path in such a variable does not count, as the XDG rules say.
    private static Optional<Path> absolute(Variables variables, String name) {
        return variables.text(name).map(Path::of).filter(Path::isAbsolute);
    }
}
