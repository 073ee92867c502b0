package dev.turnpike.gateway.traffic;

import java.util.Set;

/// Names under which programs keep credentials. Case, dashes, underscores and dots make no difference.
final class SecretNames {
    private static final int LONGEST = 64;

    private static final Set<String> WHOLE =
            Set.of("bearer", "pwd", "passwd", "auth", "jwt", "subscriptionkey", "turnpikekey", "xturnpikekey");

    private static final String[] ENDS = {
        "apikey",
        "apikeys",
        "accesskey",
        "accesskeyid",
        "secretkey",
        "privatekey",
        "token",
        "secret",
        "secrets",
        "password",
        "passphrase",
        "authorization",
        "credential",
        "credentials",
        "cookie"
    };

    /// Names of models' own tokens and of places in lists.
    private static final Set<String> HARMLESS = Set.of(
            "bostoken",
            "eostoken",
            "padtoken",
            "unktoken",
            "masktoken",
            "septoken",
            "clstoken",
            "stoptoken",
            "pagetoken",
            "nextpagetoken",
            "nexttoken");

    private SecretNames() {}

    static boolean has(String name) {
        if (name.length() > LONGEST) {
            return false;
        }
        String plain = plain(name);
        if (WHOLE.contains(plain)) {
            return true;
        }
        for (String end : ENDS) {
            if (plain.endsWith(end)) {
                return !HARMLESS.contains(plain);
            }
        }
        return false;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                plain.append((char) (c + 32));
            } else if (c != '-' && c != '_' && c != '.' && c != ' ') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
