package dev.turnpike.gateway.translation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds a text in bytes by looking at few of them (Horspool).
final class Needle {
    private final byte[] text;
    private final int[] skip = new int[256];

    /// @param text ASCII
    Needle(String text) {
        this.text = text.getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(skip, this.text.length);
        for (int i = 0; i < this.text.length - 1; i++) {
            skip[this.text[i]] = this.text.length - 1 - i;
        }
    }

    /// Whether it stands somewhere in these bytes.
    boolean isIn(byte[] bytes) {
        int last = text.length - 1;
        for (int at = 0; at + last < bytes.length; at += skip[bytes[at + last] & 0xff]) {
            if (bytes[at + last] == text[last] && Arrays.equals(bytes, at, at + last, text, 0, last)) {
                return true;
            }
        }
        return false;
    }
}
