package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Configurations for tests, made of channels.
final class Configurations {
    private Configurations() {}

    static Configuration with(Channel... channels) {
        return new Configuration(
                new GatewaySettings("127.0.0.1", 8397, Optional.of("local-key")),
                new ChannelBook(List.of(channels)),
                false,
                "a test",
                List.of());
    }

    /// @param window 0 where nothing is said of it
    static Channel channel(String id, Map<String, String> models, int window) {
        UpstreamProtocol protocol = UpstreamProtocol.OPENAI_CHAT;
        Endpoint endpoint = Endpoint.of(protocol, URI.create("http://127.0.0.1:1/v1"));
        return Channel.plain(new ChannelId(id), id, protocol, endpoint)
                .withModels(ModelMap.of(models))
                .withCompat(new Compat(Map.of(), 0, window));
    }

    static Channel forwarding(Channel channel) {
        return channel.withAuth(AuthStyle.FORWARD);
    }
}
