package dev.turnpike.app.onboarding;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the first two steps say about a channel.
///
/// @param key empty for none
/// @param models by part of the asked name; an empty map leaves names as they are
record ChannelDraft(RouteTile tile, UpstreamProtocol protocol, String url, String key, Map<String, String> models) {

    /// Where its requests go; empty while the URL is not one.
    Optional<Endpoint> endpoint() {
        try {
            return Optional.of(Endpoint.of(protocol, URI.create(url.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether nothing is missing.
    boolean isComplete() {
        return endpoint().isPresent() && (!tile.needsKey() || !key.isBlank());
    }

    /// The channel under an id that no other has.
    Channel channel(Collection<ChannelId> taken) {
        boolean named = tile.preset().isPresent();
        return new Channel(
                id(named ? tile.id() : host(), taken),
                named ? tile.title() : host(),
                protocol,
                endpoint().orElseThrow(),
                key.isBlank() ? List.of() : List.of(new SecretRef.LiteralSecret(key.strip())),
                tile.preset().map(Preset::auth).orElse(AuthStyle.AUTO),
                ModelMap.of(models),
                List.of("*"),
                Headers.empty(),
                null,
                true,
                Channel.Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT);
    }

    private String host() {
        return endpoint().map(found -> String.valueOf(found.base().getHost())).orElse("channel");
    }

    private static ChannelId id(String wish, Collection<ChannelId> taken) {
        String clean = wish.replaceAll("[^A-Za-z0-9._-]", "-");
        ChannelId id = new ChannelId(clean.isBlank() ? "channel" : clean);
        for (int i = 2; taken.contains(id); i++) {
            id = new ChannelId(clean + "-" + i);
        }
        return id;
    }

    /// Says nothing of the key.
    @Override
    public String toString() {
        return "ChannelDraft[" + tile.id() + "]";
    }
}
