package dev.turnpike.gateway.server;

import dev.turnpike.gateway.http.AccessProof;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The answer of `/health`, with which a program of the same user can tell this gateway from a stranger on the same
/// port.
final class HealthReply {
    private static final int MAX_NONCE_LENGTH = 256;

    private HealthReply() {}

    static byte[] json(String version, Optional<String> nonce, Optional<String> accessKey) {
        StringBuilder json = new StringBuilder("{\"status\":\"ok\",\"version\":\"")
                .append(version)
                .append('"');
        nonce.filter(n -> !n.isEmpty() && n.length() <= MAX_NONCE_LENGTH)
                .flatMap(n -> accessKey.map(key -> AccessProof.of(key, n)))
                .ifPresent(proof -> json.append(",\"proof\":\"").append(proof).append('"'));
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }
}
