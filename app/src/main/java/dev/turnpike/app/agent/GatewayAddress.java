package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.Secrets;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a base URL relates to this gateway's address.
public enum GatewayAddress {
    /// It leads here.
    HERE,
    /// It leads here, with `/v1` appended, which Claude Code appends itself.
    HERE_WITH_V1,
    /// It leads here, to a path at which nothing is: Claude Code appends `/v1/messages` itself.
    HERE_WITH_MESSAGES,
    /// It leads to another place, or nowhere.
    ELSEWHERE;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1", "0.0.0.0");

    /// What a base URL means to a gateway at that address.
    public static GatewayAddress of(String baseUrl, URI gateway) {
        Optional<URI> parsed = parse(baseUrl);
        if (parsed.isEmpty()) {
            return ELSEWHERE;
        }
        URI uri = parsed.get();
        if (port(uri) != port(gateway) || !sameHost(uri.getHost(), gateway.getHost())) {
            return ELSEWHERE;
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
        if (path.endsWith("/messages")) {
            return HERE_WITH_MESSAGES;
        }
        return path.endsWith("/v1") ? HERE_WITH_V1 : HERE;
    }

    /// Whether a base URL leads to this machine, whatever answers there.
    static boolean isLoopback(String baseUrl) {
        return parse(baseUrl).filter(uri -> LOOPBACK.contains(uri.getHost())).isPresent();
    }

    /// A URL without what may be secret in it: user, password, query.
    static String masked(String baseUrl) {
        return parse(baseUrl).map(Secrets::shown).orElse("(not a URL)");
    }

    private static Optional<URI> parse(String text) {
        try {
            URI uri = URI.create(text.strip());
            return uri.getScheme() == null || uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameHost(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && (one.equalsIgnoreCase(other) || (LOOPBACK.contains(one) && LOOPBACK.contains(other)));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
