package dev.turnpike.app.onboarding;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.SecretRef.LiteralSecret;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import java.util.List;

/// Channels with what a beginner chooses, and the usual for the rest.
final class Channels {
    private Channels() {}

    /// @param key empty for none
    static Channel plain(
            String id, String name, UpstreamProtocol protocol, Endpoint endpoint, String key, AuthStyle auth) {
        List<SecretRef> keys = key.isEmpty() ? List.of() : List.of(new LiteralSecret(key));
        return new Channel(
                new ChannelId(id),
                name,
                protocol,
                endpoint,
                keys,
                auth,
                ModelMap.UNCHANGED,
                List.of(),
                Headers.empty(),
                null,
                true,
                Channel.Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT);
    }

    static Channel with(Channel c, ModelMap models) {
        return of(c, c.id(), models);
    }

    static Channel with(Channel c, String id) {
        return of(c, new ChannelId(id), c.models());
    }

    private static Channel of(Channel c, ChannelId id, ModelMap models) {
        return new Channel(
                id,
                c.name(),
                c.protocol(),
                c.endpoint(),
                c.keys(),
                c.auth(),
                models,
                c.allow(),
                c.headers(),
                c.proxy(),
                c.enabled(),
                c.failover(),
                c.timeouts(),
                c.compat());
    }
}
