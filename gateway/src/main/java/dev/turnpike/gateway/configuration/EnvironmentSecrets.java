package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.SecretRef.EnvironmentSecret;
import dev.turnpike.gateway.channel.SecretRef.LiteralSecret;
import dev.turnpike.gateway.channel.SecretRef.VaultSecret;
import dev.turnpike.gateway.channel.SecretSource;
import java.util.Map;
import java.util.Optional;

/// Secrets without a vault: environment variables and the configuration itself. An empty variable counts as unset.
public record EnvironmentSecrets(Map<String, String> environment) implements SecretSource {
    public EnvironmentSecrets {
        environment = Map.copyOf(environment);
    }

    @Override
    public Optional<String> find(SecretRef reference) {
        return switch (reference) {
            case EnvironmentSecret secret ->
                Optional.ofNullable(environment.get(secret.variable()))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty());
            case LiteralSecret secret -> Optional.of(secret.value());
            case VaultSecret ignored -> Optional.empty();
        };
    }

    /// Names no value: an environment is full of secrets.
    @Override
    public String toString() {
        return "EnvironmentSecrets[" + environment.size() + " variables]";
    }
}
