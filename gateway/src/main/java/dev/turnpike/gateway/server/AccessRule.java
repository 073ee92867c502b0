package dev.turnpike.gateway.server;

import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who may speak to the gateway: whoever brings the access key or a client's token in any of three fields, or everybody
/// where there is neither.
///
/// Where clients have tokens, somebody meant to ask: a key that is missing then opens nothing, and neither does a token
/// that is no longer accepted.
record AccessRule(Optional<String> accessKey, List<ClientToken> clients, Instant now) {
    private static final String BEARER = "bearer ";

    boolean admits(Headers headers) {
        return isOpen() || headers.fields().stream().anyMatch(this::carriesOurKey);
    }

    /// The fields without ours, so that the gateway's own key never leaves it.
    Headers withoutOurKey(Headers headers) {
        Headers rest = headers.where(name -> !name.equals("x-turnpike-key"));
        if (isOpen()) {
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

    private boolean isOpen() {
        return accessKey.isEmpty() && clients.isEmpty();
    }

    private boolean isOurKey(String candidate) {
        // takes as long for a wrong key as for the right one
        boolean isKey = accessKey
                .map(key -> MessageDigest.isEqual(
                        key.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
        return isKey || isToken(candidate);
    }

    private boolean isToken(String candidate) {
        if (clients.isEmpty()) {
            return false;
        }
        String hash = ClientToken.hash(candidate);
        boolean known = false;
        for (ClientToken client : clients) {
            // all of them are compared, whichever it is
            boolean matches = client.matches(hash);
            known |= matches && client.isValid(now);
        }
        return known;
    }
}
