package dev.turnpike.app.agent.checkup;

import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.doctor.Ours;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.http.ClientToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is ours at one moment: the gateway's own settings, and what our edit wrote.
///
/// @param claudeFolder of the settings file that is written
/// @param isConfigured whether anything of our edit is still in the file
/// @param written the variables of our edit; none where there is no edit
public record ClaudeOurs(
        Route route,
        GatewaySettings settings,
        Path claudeFolder,
        boolean isConfigured,
        Map<String, String> written,
        Instant now)
        implements Ours {
    public ClaudeOurs {
        written = Map.copyOf(written);
    }

    @Override
    public URI gateway() {
        return route.gateway();
    }

    @Override
    public boolean keepsLogin() {
        return route.keepsLogin();
    }

    @Override
    public boolean isOpen() {
        return settings.accessKey().isEmpty() && settings.clients().isEmpty();
    }

    @Override
    public TokenState token(String hash) {
        if (settings.accessKey().map(ClientToken::hash).filter(hash::equals).isPresent()) {
            return TokenState.ACCEPTED;
        }
        return settings.clients().stream()
                .filter(client -> client.matches(hash) && client.isValid(now))
                .map(client -> client.retired().isEmpty() ? TokenState.ACCEPTED : TokenState.RETIRED)
                .min(TokenState::compareTo)
                .orElse(TokenState.FOREIGN);
    }

    @Override
    public boolean isWritten(String variable, String hash) {
        return Optional.ofNullable(written.get(variable))
                .map(ClientToken::hash)
                .filter(hash::equals)
                .isPresent();
    }

    @Override
    public String toString() {
        return "ClaudeOurs[" + route + ", " + written.keySet() + "]";
    }
}
