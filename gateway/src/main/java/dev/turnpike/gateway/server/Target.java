package dev.turnpike.gateway.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a path asks for.
///
/// @param pin the channel that the path names
/// @param model the id behind `/v1/models/`, decoded; empty elsewhere
/// @param doubledVersion somebody appended `/v1` to the base URL
record Target(Kind kind, Optional<String> pin, String model, boolean doubledVersion) {
    enum Kind {
        MESSAGES,
        COUNT_TOKENS,
        MODELS,
        MODEL,
        HEALTH,
        METRICS,
        ROOT,
        UNKNOWN
    }

    /// Whether it tells anything that is not for everybody.
    boolean needsKey() {
        return switch (kind) {
            case HEALTH, ROOT, UNKNOWN -> false;
            case MESSAGES, COUNT_TOKENS, MODELS, MODEL, METRICS -> true;
        };
    }

    private static final String CHANNEL = "/channel/";

    /// @param path as on the wire, without its query
    static Target of(String path) {
        Optional<String> pin = Optional.empty();
        String rest = path;
        if (rest.startsWith(CHANNEL)) {
            int end = rest.indexOf('/', CHANNEL.length());
            if (end < 0) {
                return new Target(Kind.UNKNOWN, pin, "", false);
            }
            pin = Optional.of(decoded(rest.substring(CHANNEL.length(), end)));
            rest = rest.substring(end);
        }
        if (rest.startsWith("/anthropic/")) {
            rest = rest.substring("/anthropic".length());
        }
        boolean doubled = rest.startsWith("/v1/v1/");
        if (doubled) {
            rest = rest.substring("/v1".length());
        }
        if (rest.startsWith("/v1/models/") && rest.length() > "/v1/models/".length()) {
            return new Target(Kind.MODEL, pin, decoded(rest.substring("/v1/models/".length())), doubled);
        }
        return new Target(kind(rest, pin.isPresent()), pin, "", doubled);
    }

    private static Kind kind(String path, boolean pinned) {
        return switch (path) {
            case "/v1/messages" -> Kind.MESSAGES;
            case "/v1/messages/count_tokens" -> Kind.COUNT_TOKENS;
            case "/v1/models", "/v1/models/" -> Kind.MODELS;
            case "/health" -> pinned ? Kind.UNKNOWN : Kind.HEALTH;
            case "/metrics" -> pinned ? Kind.UNKNOWN : Kind.METRICS;
            // a base URL with a path is probed at that path
            case "/", "", "/anthropic", "/v1" -> Kind.ROOT;
            default -> Kind.UNKNOWN;
        };
    }

    private static String decoded(String segment) {
        try {
            // a plus sign is a plus sign in a path
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
