package dev.turnpike.gateway.translation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names as chat/completions allows them: 1 to 64 letters, digits, underscores and hyphens.
final class WireName {
    private static final int LONGEST = 64;
    private static final int HASH = 8;

    private WireName() {}

    /// The name itself where it is allowed, else its readable part and a hash of all of it: the same name always gives
    /// the same, two names never do.
    static String of(String name) {
        if (isAllowed(name)) {
            return name;
        }
        StringBuilder fit = new StringBuilder();
        for (int i = 0; i < name.length() && fit.length() < LONGEST - HASH - 1; i++) {
            fit.append(isAllowed(name.charAt(i)) ? name.charAt(i) : '_');
        }
        return fit.append('_').append(hash(name)).toString();
    }

    private static boolean isAllowed(String name) {
        return !name.isEmpty() && name.length() <= LONGEST && name.chars().allMatch(c -> isAllowed((char) c));
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
