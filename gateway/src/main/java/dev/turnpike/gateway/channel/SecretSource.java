package dev.turnpike.gateway.channel;

import java.util.Optional;

/// Finds the secret behind a reference. The application supplies the vault; without one only the environment and the
/// file count.
@FunctionalInterface
public interface SecretSource {
    /// The secret, or empty where it cannot be read.
    Optional<String> find(SecretRef reference);
}
