package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.bytes.Sha256;

/// Names as chat/completions allows them: 1 to 64 letters, digits, underscores and hyphens.
final class WireName {
    private static final int LONGEST = 64;
    private static final int HASH = 8;

    private WireName() {}

    /// The name itself where it is allowed, else its readable part and a hash of all of it: the same name always gives
    /// the same, two names never do.
    static String of(String name) {
        return of(name, LONGEST);
    }

    /// The same within another bound.
    static String of(String name, int longest) {
        if (isAllowed(name, longest)) {
            return name;
        }
        StringBuilder fit = new StringBuilder();
        for (int i = 0; i < name.length() && fit.length() < longest - HASH - 1; i++) {
            fit.append(isAllowed(name.charAt(i)) ? name.charAt(i) : '_');
        }
        return fit.append('_').append(hash(name, HASH)).toString();
    }

    private static boolean isAllowed(String name, int longest) {
        return !name.isEmpty() && name.length() <= longest && isPlain(name);
    }

    /// There is no character in it that is not allowed.
    static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isAllowed(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /// A name that stands for a text: the same text always has the same, and nobody can read the text from it.
    ///
    /// @param length how many characters it has, at most 64, an even number
    static String hash(String name, int length) {
        return Sha256.hex(name).substring(0, length);
    }
}
