package dev.turnpike.gateway.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a gateway shows in `/health` that it knows the access key, without telling it.
public final class AccessProof {
    private static final String HMAC = "HmacSHA256";

    private AccessProof() {}

    /// HMAC-SHA256 of the nonce under the access key, in lower-case hex.
    public static String of(String accessKey, String nonce) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(accessKey.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /// Whether an answer is the proof; takes as long for a wrong one as for the right one.
    public static boolean holds(String answered, String accessKey, String nonce) {
        return MessageDigest.isEqual(
                answered.getBytes(StandardCharsets.UTF_8), of(accessKey, nonce).getBytes(StandardCharsets.UTF_8));
    }
}
