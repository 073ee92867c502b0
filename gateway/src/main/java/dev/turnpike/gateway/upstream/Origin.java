package dev.turnpike.gateway.upstream;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The other end of a connection: what two calls must share to share a connection.
///
/// @param proxy the way out, null for a direct one
/// @param trust what may vouch for it besides what Java trusts, null for nothing
record Origin(
        boolean secure,
        String host,
        int port,
        @Nullable URI proxy,
        @Nullable TrustFile trust) {
    static Origin of(URI uri, @Nullable URI proxy, @Nullable Path trust) {
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new Origin(
                secure,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                port,
                proxy,
                secure && trust != null ? TrustFile.of(trust) : null);
    }

    /// As it stands in a `Host` header.
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
