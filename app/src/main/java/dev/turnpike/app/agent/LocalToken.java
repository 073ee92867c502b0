package dev.turnpike.app.agent;

import java.security.SecureRandom;
import java.util.Base64;

/// A key that is good on this machine alone.
public final class LocalToken {
    private static final int BYTES = 24;

    private LocalToken() {}

    /// A new one, in base 64.
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return "local-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
