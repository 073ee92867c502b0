package dev.turnpike.gateway.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
                .flatMap(n -> accessKey.map(key -> proof(key, n)))
                .ifPresent(proof -> json.append(",\"proof\":\"").append(proof).append('"'));
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /// HMAC-SHA256 of the nonce under the access key, in hex.
    static String proof(String accessKey, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(accessKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
