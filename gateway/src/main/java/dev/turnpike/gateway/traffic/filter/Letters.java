package dev.turnpike.gateway.traffic.filter;

/// Comparing texts as `LIKE` does: A to Z are a to z, everything else is only itself.
final class Letters {
    private Letters() {}

    static boolean contain(String text, String part) {
        for (int at = 0; at <= text.length() - part.length(); at++) {
            if (stand(text, at, part)) {
                return true;
            }
        }
        return false;
    }

    static boolean begin(String text, String part) {
        return text.length() >= part.length() && stand(text, 0, part);
    }

    static boolean equal(String text, String other) {
        return text.length() == other.length() && stand(text, 0, other);
    }

    private static boolean stand(String text, int at, String part) {
        for (int i = 0; i < part.length(); i++) {
            if (small(text.charAt(at + i)) != small(part.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char small(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }
}
