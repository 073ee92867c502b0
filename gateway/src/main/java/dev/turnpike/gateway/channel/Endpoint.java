package dev.turnpike.gateway.channel;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The final addresses of an upstream, worked out from the base URL that its vendor documents.
///
/// A query of the base URL stays on every address; a fragment does not.
///
/// @param base as configured
/// @param messages where a model call goes (`…/v1/messages` or `…/chat/completions`)
/// @param models where the list of models is
/// @param countTokens where tokens would be counted: many servers of `chat/completions` have the Messages API's
/// endpoint for it, too; null where there is none
public record Endpoint(
        URI base, URI messages, URI models, @Nullable URI countTokens) {
    private static final String MESSAGES = "/messages";
    private static final String COUNT_TOKENS = "/count_tokens";
    private static final String COMPLETIONS = "/chat/completions";
    private static final String MODELS = "/models";
    private static final Pattern PRIVATE = Pattern.compile(
            "localhost|(?:127|10|192\\.168|172\\.(?:1[6-9]|2[0-9]|3[01]))(?:\\.[0-9]+)+|\\[::1]|\\[f[cd].*|\\[fe80:.*"
                    + "|[^.:]+|.*\\.(?:local|localhost|internal|lan|home\\.arpa)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("v[0-9]+([a-z]+[0-9]*)?");

    /// It is in this computer or in its network, as far as the name of the host tells.
    public boolean isPrivate() {
        return PRIVATE.matcher(base.getHost()).matches();
    }

    /// The addresses behind a base URL with or without its version, trailing slashes or the full endpoint path.
    ///
    /// @throws IllegalArgumentException with a sentence when it is not an http or https URL with a host, or when it
    /// holds a user name
    public static Endpoint of(UpstreamProtocol protocol, URI base) {
        require(base);
        String path = pathOf(base);
        return switch (protocol) {
            case ANTHROPIC -> anthropic(base, path);
            case OPENAI_CHAT -> chat(base, completions(path), completions(path));
        };
    }

    /// The addresses behind a URL that is meant literally: it is the endpoint of model calls as it stands, unless its
    /// path is empty or ends in a version.
    ///
    /// @throws IllegalArgumentException as [#of(UpstreamProtocol, URI)] does
    public static Endpoint exactly(UpstreamProtocol protocol, URI url) {
        require(url);
        String path = pathOf(url);
        if (path.isEmpty() || isVersion(path.substring(path.lastIndexOf('/') + 1))) {
            return of(protocol, url);
        }
        return switch (protocol) {
            case ANTHROPIC -> anthropic(url, url.getRawPath(), sibling(path, MESSAGES, MODELS));
            case OPENAI_CHAT -> chat(url, url.getRawPath(), path);
        };
    }

    private static Endpoint anthropic(URI base, String path) {
        String bare = without(path, COUNT_TOKENS);
        String version = without(bare, MESSAGES);
        if (!version.endsWith("/v1")) {
            version = bare + "/v1";
        }
        return anthropic(base, version + MESSAGES, version + MODELS);
    }

    private static Endpoint anthropic(URI base, String messages, String models) {
        return new Endpoint(base, at(base, messages), at(base, models), at(base, messages + COUNT_TOKENS));
    }

    private static Endpoint chat(URI base, String endpoint, String path) {
        return new Endpoint(
                base,
                at(base, endpoint),
                at(base, sibling(path, COMPLETIONS, MODELS)),
                at(base, sibling(path, COMPLETIONS, MESSAGES + COUNT_TOKENS)));
    }

    private static String completions(String path) {
        if (path.endsWith(COMPLETIONS)) {
            return path;
        }
        for (String segment : path.split("/", -1)) {
            if (isVersion(segment)) {
                return path + COMPLETIONS;
            }
        }
        return path + "/v1" + COMPLETIONS;
    }

    /// Another endpoint beside one; one with an unusual path gives its last segment for it.
    private static String sibling(String path, String endpoint, String other) {
        String parent = without(path, endpoint);
        return (parent.equals(path) ? path.substring(0, path.lastIndexOf('/')) : parent) + other;
    }

    private static String without(String path, String end) {
        return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
    }

    private static boolean isVersion(String segment) {
        return VERSION.matcher(segment).matches();
    }

    private static String pathOf(URI url) {
        String path = url.getRawPath();
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static URI at(URI base, String path) {
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + query);
    }

    private static void require(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("a URL must begin with http:// or https://");
        }
        String authority = url.getRawAuthority();
        if (authority != null && authority.contains("@")) {
            throw new IllegalArgumentException("a URL must not hold a user name or a password");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("a URL must name a host (letters, digits, dots and hyphens)");
        }
        if (url.getPort() == 0 || url.getPort() > 65535) {
            throw new IllegalArgumentException("a URL's port must be 1 to 65535");
        }
    }
}
