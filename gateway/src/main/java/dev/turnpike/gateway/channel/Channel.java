package dev.turnpike.gateway.channel;

import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A configured upstream.
///
/// @param endpoint the final addresses, from the base URL
/// @param keys tried in order; the first that can be read is used
/// @param models asked name to served name
/// @param allow patterns with `*`; a request is served when its asked or its served name matches one
/// @param headers added to every call, last
/// @param proxy the way out (`http://host:port` or `socks5://host:port`), null for a direct one
/// @param trust a file of certificates that are trusted besides those that Java trusts, null for none
/// @param failover may a request leave this channel's privacy class when it fails here
public record Channel(
        ChannelId id,
        String name,
        UpstreamProtocol protocol,
        Endpoint endpoint,
        List<SecretRef> keys,
        AuthStyle auth,
        ModelMap models,
        List<String> allow,
        Headers headers,
        @Nullable URI proxy,
        @Nullable Path trust,
        boolean enabled,
        Failover failover,
        Timeouts timeouts,
        Compat compat) {

    /// How far a failed request may travel.
    public enum Failover {
        /// Never from a private address to a public one.
        PRIVATE("private"),
        ANY("any");

        private final String word;

        Failover(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Channel {
        keys = List.copyOf(keys);
        allow = List.copyOf(allow);
    }

    /// A channel that is on, with no key and the usual for the rest.
    public static Channel plain(ChannelId id, String name, UpstreamProtocol protocol, Endpoint endpoint) {
        return new Channel(
                id,
                name,
                protocol,
                endpoint,
                List.of(),
                AuthStyle.AUTO,
                ModelMap.UNCHANGED,
                List.of(),
                Headers.empty(),
                null,
                null,
                true,
                Failover.PRIVATE,
                Timeouts.DEFAULT,
                Compat.DEFAULT);
    }

    public Channel withId(ChannelId id) {
        return new Channel(
                id, name, protocol, endpoint, keys, auth, models, allow, headers, proxy, trust, enabled, failover,
                timeouts, compat);
    }

    public Channel withName(String name) {
        return new Channel(
                id, name, protocol, endpoint, keys, auth, models, allow, headers, proxy, trust, enabled, failover,
                timeouts, compat);
    }

    public Channel withKeys(List<SecretRef> keys) {
        return new Channel(
                id, name, protocol, endpoint, keys, auth, models, allow, headers, proxy, trust, enabled, failover,
                timeouts, compat);
    }

    public Channel withAuth(AuthStyle auth) {
        return new Channel(
                id, name, protocol, endpoint, keys, auth, models, allow, headers, proxy, trust, enabled, failover,
                timeouts, compat);
    }

    public Channel withModels(ModelMap models) {
        return new Channel(
                id, name, protocol, endpoint, keys, auth, models, allow, headers, proxy, trust, enabled, failover,
                timeouts, compat);
    }

    public Channel withEnabled(boolean enabled) {
        return new Channel(
                id, name, protocol, endpoint, keys, auth, models, allow, headers, proxy, trust, enabled, failover,
                timeouts, compat);
    }

    public Channel withCompat(Compat compat) {
        return new Channel(
                id, name, protocol, endpoint, keys, auth, models, allow, headers, proxy, trust, enabled, failover,
                timeouts, compat);
    }

    /// Whether it serves a request: the allow-list is empty, or one of its patterns fits the asked or the served name.
    public boolean allows(String asked, String served) {
        String bare = ModelMap.bareName(asked);
        return allow.isEmpty()
                || allow.stream()
                        .map(NamePattern::new)
                        .anyMatch(p -> p.matches(served) || p.matches(bare) || p.matches(asked));
    }

    /// Its upstream runs the web searches that a request asks for.
    public boolean searchesTheWeb() {
        return protocol == UpstreamProtocol.ANTHROPIC
                && compat.says(Capability.WEB_SEARCH).orElse(Capability.WEB_SEARCH.usual());
    }

    /// Whether a request that it would serve may go to that one instead.
    public boolean mayHandOverTo(Channel other) {
        return failover == Failover.ANY || !endpoint.isPrivate() || other.endpoint.isPrivate();
    }

    /// How its credential travels, `AUTO` decided.
    public AuthStyle effectiveAuth() {
        return auth.at(endpoint.base());
    }
}
