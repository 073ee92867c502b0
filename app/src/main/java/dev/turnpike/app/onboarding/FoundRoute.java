package dev.turnpike.app.onboarding;

import dev.turnpike.app.agent.ClaudeSettings;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Secrets;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where Claude Code's settings send it already, with a key.
///
/// @param auth how Claude Code sends that key
/// @param models tier to the model that the settings name for it
record FoundRoute(Path file, String baseUrl, String key, AuthStyle auth, Map<String, String> models) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /// What the file says; empty where it leads to no foreign address, or has no key for it.
    static Optional<FoundRoute> in(Path file) {
        return ClaudeSettings.read(file)
                .filter(ClaudeSettings.Usable.class::isInstance)
                .map(ClaudeSettings.Usable.class::cast)
                .flatMap(settings -> of(file, settings.environment()));
    }

    private static Optional<FoundRoute> of(Path file, Map<String, String> environment) {
        String url = environment.getOrDefault("ANTHROPIC_BASE_URL", "").strip();
        String token = TypedText.key(environment.getOrDefault("ANTHROPIC_AUTH_TOKEN", ""));
        String apiKey = TypedText.key(environment.getOrDefault("ANTHROPIC_API_KEY", ""));
        String key = token.isEmpty() ? apiKey : token;
        boolean usable = TypedText.endpoint(UpstreamProtocol.ANTHROPIC, url).isPresent()
                && !key.isEmpty()
                && TypedText.keyTrouble(key).isEmpty();
        return usable && !isHere(url)
                ? Optional.of(new FoundRoute(
                        file, url, key, token.isEmpty() ? AuthStyle.X_API_KEY : AuthStyle.BEARER, models(environment)))
                : Optional.empty();
    }

    /// Another gateway on this machine has tokens of its own, which lead nowhere from here.
    private static boolean isHere(String url) {
        return LOOPBACK.contains(URI.create(url).getHost());
    }

    private static Map<String, String> models(Map<String, String> environment) {
        Map<String, String> models = new LinkedHashMap<>();
        for (String tier : List.of("opus", "sonnet", "haiku")) {
            String name = environment.getOrDefault(
                    "ANTHROPIC_DEFAULT_" + tier.toUpperCase(Locale.ROOT) + "_MODEL",
                    environment.getOrDefault("ANTHROPIC_MODEL", ""));
            if (!name.isBlank()) {
                models.put(tier, name.strip());
            }
        }
        return models;
    }

    String host() {
        return String.valueOf(URI.create(baseUrl).getHost());
    }

    /// Shows the ends of the key alone.
    @Override
    public String toString() {
        return "FoundRoute[" + host() + ", key " + Secrets.masked(key) + "]";
    }
}
