package dev.turnpike.gateway.channel;

import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Channels for tests.
public final class Channels {
    private Channels() {}

    public static Channel channel(String id, Map<String, String> models, String... allow) {
        return channel(id, ModelMap.of(models), true, List.of(allow));
    }

    public static Channel disabled(String id) {
        return channel(id, ModelMap.UNCHANGED, false, List.of());
    }

    public static Channel channel(String id, ModelMap models, boolean enabled, List<String> allow) {
        return new Channel(
                new ChannelId(id),
                id.toUpperCase(java.util.Locale.ROOT),
                UpstreamProtocol.ANTHROPIC,
                Endpoint.of(UpstreamProtocol.ANTHROPIC, URI.create("https://example.test")),
                List.of(),
                AuthStyle.AUTO,
                models,
                allow,
                Headers.empty(),
                null,
                null,
                enabled,
                Channel.Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT);
    }
}
