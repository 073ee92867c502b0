package dev.turnpike.gateway.http;

import dev.turnpike.gateway.bytes.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What one configured client brings instead of the access key; only its hash is known here.
///
/// @param target what was configured: the file of an agent
/// @param hash SHA-256 of the token, in lower-case hex
/// @param retired when another token took its place, or it was taken back
public record ClientToken(String target, String hash, Instant since, Optional<Instant> retired) {
    /// How long a retired token is still accepted, so that running sessions go on.
    public static final Duration AFTERLIFE = Duration.ofHours(24);

    /// The hash under which a token is known.
    public static String hash(String token) {
        return Sha256.hex(token);
    }

    /// Whether it still counts at that time.
    public boolean isValid(Instant now) {
        return retired.map(since -> now.isBefore(since.plus(AFTERLIFE))).orElse(true);
    }

    /// Whether this is the token with that hash; takes as long for a wrong one as for the right one.
    public boolean matches(String hashed) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), hashed.getBytes(StandardCharsets.US_ASCII));
    }
}
