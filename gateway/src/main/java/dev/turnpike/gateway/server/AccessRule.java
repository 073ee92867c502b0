package dev.turnpike.gateway.server;

import dev.turnpike.gateway.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/// Who may speak to the gateway: whoever brings the access key in any of three fields, or everybody where there is no
/// key.
record AccessRule(Optional<String> accessKey) {
    private static final String BEARER = "bearer ";

    boolean admits(Headers headers) {
        return accessKey.isEmpty() || headers.fields().stream().anyMatch(this::carriesOurKey);
    }

    /// The fields without ours, so that the gateway's own key never leaves it.
    Headers withoutOurKey(Headers headers) {
        Headers rest = headers.where(name -> !name.equals("x-turnpike-key"));
        if (accessKey.isEmpty()) {
            return rest;
        }
        return new Headers(
                rest.fields().stream().filter(field -> !carriesOurKey(field)).toList());
    }

    private boolean carriesOurKey(Headers.Header field) {
        return switch (field.name().toLowerCase(Locale.ROOT)) {
            case "x-api-key", "x-turnpike-key" -> isOurKey(field.value().strip());
            case "authorization" -> {
                String value = field.value().strip();
                yield value.toLowerCase(Locale.ROOT).startsWith(BEARER)
                        && isOurKey(value.substring(BEARER.length()).strip());
            }
            default -> false;
        };
    }

    private boolean isOurKey(String candidate) {
        // takes as long for a wrong key as for the right one
        return accessKey
                .map(key -> MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
    }
}
