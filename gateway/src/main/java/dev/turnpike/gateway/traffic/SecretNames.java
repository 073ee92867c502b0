package dev.turnpike.gateway.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

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

    private static final int LETTERS = 26;

    /// By the last two letters of a name: it may be one of them.
    private static final boolean[] MAY_END = new boolean[LETTERS * LETTERS];

    static {
        Stream.concat(WHOLE.stream(), Arrays.stream(ENDS))
                .forEach(name -> MAY_END[pair(name.charAt(name.length() - 2), name.charAt(name.length() - 1))] = true);
    }

    private SecretNames() {}

    private static int pair(int one, int two) {
        return (one - 'a') * LETTERS + two - 'a';
    }

    /// Whether one stands there among other bytes; most need not be made a string for that.
    ///
    /// @param to just behind it
    static boolean has(byte[] in, int from, int to) {
        return mayEnd(in, from, to) && has(new String(in, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static boolean mayEnd(byte[] in, int from, int to) {
        int second = -1;
        for (int at = to - 1; at >= from; at--) {
            int letter = in[at] | 0x20;
            if (letter < 'a' || letter > 'z') {
                if (isLeftOut((char) in[at])) {
                    continue;
                }
                return false;
            }
            if (second >= 0) {
                return MAY_END[pair(letter, second)];
            }
            second = letter;
        }
        return false;
    }

    private static boolean isLeftOut(char c) {
        return c == '-' || c == '_' || c == '.' || c == ' ';
    }

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
            } else if (!isLeftOut(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
