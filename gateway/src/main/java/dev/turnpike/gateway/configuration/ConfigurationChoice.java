package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.SecretSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which configuration counts, and how the terminal shows requests with it.
public record ConfigurationChoice(ConfigurationSource source, PanelSettings panels) {
    /// `--config FILE`; else the environment, if it has `UPSTREAM_BASE_URL`; else `turnpike.json` in Turnpike's folder.
    ///
    /// @param environment of this process
    /// @param workingFolder where `.env` and a relative `--config` are looked for
    /// @param file what `--config` says
    /// @param dotEnv whether `.env` may be read: only when the user typed `serve`
    /// @param home Turnpike's folder
    /// @throws InvalidConfiguration when the file of `--config` does not exist, or a panel variable is malformed
    public static ConfigurationChoice of(
            Map<String, String> environment,
            Path workingFolder,
            Optional<Path> file,
            boolean dotEnv,
            TurnpikeHome home,
            SecretSource secrets) {
        if (file.isPresent()) {
            Path chosen = workingFolder.resolve(file.get()).toAbsolutePath().normalize();
            if (!Files.exists(chosen)) {
                throw new InvalidConfiguration("--config: expected a file, found no " + chosen);
            }
            return new ConfigurationChoice(new ConfigurationFile(chosen, secrets), PanelSettings.of(environment));
        }
        DotEnv local =
                dotEnv ? DotEnv.read(workingFolder) : new DotEnv(workingFolder.resolve(".env"), Map.of(), List.of());
        Map<String, String> all = local.under(environment);
        if (new Variables(all).text(EnvironmentConfiguration.UPSTREAM_BASE_URL).isPresent()) {
            return new ConfigurationChoice(
                    new EnvironmentConfiguration(all, origin(environment, local), local.notices()),
                    PanelSettings.of(all).prettyByDefault());
        }
        return new ConfigurationChoice(
                new ConfigurationFile(home.configurationFile(), secrets, local.notices()),
                PanelSettings.of(environment));
    }

    private static String origin(Map<String, String> environment, DotEnv local) {
        if (local.values().isEmpty()) {
            return "the environment";
        }
        return environment.containsKey(EnvironmentConfiguration.UPSTREAM_BASE_URL)
                ? "the environment and " + local.file()
                : local.file().toString();
    }
}
