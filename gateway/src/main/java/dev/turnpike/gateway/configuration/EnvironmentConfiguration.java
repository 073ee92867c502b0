package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Channel.Failover;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The configuration in environment variables, a drop-in for claude-code-proxy: one chat/completions channel.
///
/// It never changes while the gateway runs.
public final class EnvironmentConfiguration implements ConfigurationSource {
    /// The variable that chooses this mode.
    public static final String UPSTREAM_BASE_URL = "UPSTREAM_BASE_URL";

    /// The id of the one channel.
    public static final ChannelId CHANNEL = new ChannelId("upstream");

    // what claude-code-proxy shows when neither a map nor a default model is set
    private static final String PLACEHOLDER_MODEL = "claude-opus-4-6-v1";

    private final Variables variables;
    private final String origin;
    private final List<String> notices;

    /// @param origin where the variables come from, for the start-up line
    public EnvironmentConfiguration(Map<String, String> environment, String origin) {
        this(environment, origin, List.of());
    }

    /// @param notices said with the configuration
    EnvironmentConfiguration(Map<String, String> environment, String origin, List<String> notices) {
        this.variables = new Variables(environment);
        this.origin = origin;
        this.notices = List.copyOf(notices);
    }

    @Override
    public Configuration read() {
        GatewaySettings gateway = new GatewaySettings(
                variables.text("HOST").orElse("127.0.0.1"),
                variables.wholeNumber("PORT", 8000, 1, 65535),
                variables.text("GATEWAY_API_KEY"));
        ListenRule.check(gateway, "HOST", "GATEWAY_API_KEY");
        List<String> all = new ArrayList<>(notices);
        if (isForced() && defaultModel().isEmpty()) {
            all.add("FORCE_UPSTREAM_MODEL does nothing while DEFAULT_UPSTREAM_MODEL is empty");
        }
        ChannelBook book = new ChannelBook(List.of(channel(gateway.accessKey().isPresent())));
        return new Configuration(gateway, book, false, origin, all);
    }

    /// Has nothing to tell: the environment of a process stays as it is.
    @Override
    public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
        return () -> {};
    }

    private Channel channel(boolean guarded) {
        Optional<String> key = variables.key("UPSTREAM_API_KEY");
        Duration patience = Duration.ofSeconds(variables.wholeNumber("UPSTREAM_TIMEOUT_SECONDS", 180, 1, 86_400));
        int maxTokens = variables.wholeNumber("DEFAULT_MAX_TOKENS", 32_000, 1, Integer.MAX_VALUE);
        return new Channel(
                CHANNEL,
                CHANNEL.value(),
                UpstreamProtocol.OPENAI_CHAT,
                endpoint(),
                key.<List<SecretRef>>map(k -> List.of(new SecretRef.LiteralSecret(k)))
                        .orElse(List.of()),
                auth(key.isPresent(), guarded),
                models(),
                List.of(),
                Headers.empty(),
                null,
                null,
                true,
                Failover.PRIVATE,
                new Timeouts(Timeouts.DEFAULT.connect(), patience, patience),
                new Compat(Map.of(Capability.MAX_COMPLETION_TOKENS, true), maxTokens, 0));
    }

    /// Without a key of its own the caller's is forwarded, unless that is the gateway's key, which never leaves.
    private static AuthStyle auth(boolean keyed, boolean guarded) {
        if (keyed) {
            return AuthStyle.BEARER;
        }
        return guarded ? AuthStyle.NONE : AuthStyle.KEY_OR_CALLER;
    }

    private Endpoint endpoint() {
        String url = variables.text(UPSTREAM_BASE_URL).orElse("");
        String expected = "the http or https URL of a chat/completions endpoint";
        try {
            return Endpoint.exactly(UpstreamProtocol.OPENAI_CHAT, new URI(url));
        } catch (URISyntaxException e) {
            throw Variables.wrong(UPSTREAM_BASE_URL, expected, url);
        } catch (IllegalArgumentException e) {
            throw Variables.wrong(UPSTREAM_BASE_URL, expected + " (" + e.getMessage() + ")", url);
        }
    }

    private ModelMap models() {
        Map<String, String> served = new LinkedHashMap<>();
        modelMap().entries().forEach((name, model) -> {
            if (model.node() == null || !model.node().isValueNode()) {
                throw model.wrong("a model name");
            }
            served.put(name, model.node().asString());
        });
        if (served.isEmpty() && defaultModel().isEmpty()) {
            served.put(PLACEHOLDER_MODEL, PLACEHOLDER_MODEL);
        }
        return ModelMap.ofWholeNames(served, defaultModel(), isForced());
    }

    private Place modelMap() {
        String name = "MODEL_MAP_JSON";
        @Nullable String json = variables.text(name).orElse(null);
        byte[] bytes = (json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8);
        Place map = Place.root(name, JsonText.read(name, bytes));
        if (!map.isPresent()) {
            throw map.wrong("an object");
        }
        return map.object();
    }

    private Optional<String> defaultModel() {
        return variables.text("DEFAULT_UPSTREAM_MODEL");
    }

    private boolean isForced() {
        return variables.flag("FORCE_UPSTREAM_MODEL").orElse(false);
    }
}
