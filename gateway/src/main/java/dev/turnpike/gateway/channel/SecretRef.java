package dev.turnpike.gateway.channel;

/// Where a credential is to be found. Its text form never shows the secret.
public sealed interface SecretRef {
    /// In an environment variable of the gateway's process.
    record EnvironmentSecret(String variable) implements SecretRef {}

    /// In the operating system's vault.
    record VaultSecret(String name) implements SecretRef {}

    /// In the configuration itself.
    record LiteralSecret(String value) implements SecretRef {
        @Override
        public String toString() {
            return "LiteralSecret[value=" + Secrets.masked(value) + "]";
        }
    }
}
