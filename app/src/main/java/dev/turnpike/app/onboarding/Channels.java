package dev.turnpike.app.onboarding;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.SecretRef.LiteralSecret;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.util.List;

/// Channels with what a beginner chooses, and the usual for the rest.
final class Channels {
    private Channels() {}

    /// @param key empty for none
    static Channel plain(
            String id, String name, UpstreamProtocol protocol, Endpoint endpoint, String key, AuthStyle auth) {
        List<SecretRef> keys = key.isEmpty() ? List.of() : List.of(new LiteralSecret(key));
        return Channel.plain(new ChannelId(id), name, protocol, endpoint)
                .withKeys(keys)
                .withAuth(auth);
    }
}
