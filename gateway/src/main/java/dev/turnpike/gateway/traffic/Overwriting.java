package dev.turnpike.gateway.traffic;

import java.util.Arrays;

/// Bytes of which some become `*`: the copy is made with the first of them.
final class Overwriting {
    private static final int LONGEST_ESCAPE = 6;

    private final byte[] original;
    private byte[] written;
    private int count;

    Overwriting(byte[] original) {
        this.original = original;
        this.written = original;
    }

    /// The bytes as they came: what is searched never depends on what was found before.
    byte[] original() {
        return original;
    }

    /// Hides what lies from an offset to just before another one; what a backslash before it escapes is
    /// left, or the JSON would be none.
    void hide(int from, int to) {
        int start = behindEscape(from);
        if (start >= to) {
            return;
        }
        if (count++ == 0) {
            written = original.clone();
        }
        Arrays.fill(written, start, to, (byte) '*');
    }

    private int behindEscape(int start) {
        for (int slash = start - 1; slash > start - LONGEST_ESCAPE && slash >= 0; slash--) {
            if (original[slash] == '\\') {
                int first = slash;
                while (first > 0 && original[first - 1] == '\\') {
                    first--;
                }
                boolean escapes = (slash - first) % 2 == 0;
                int length = original[slash + 1] == 'u' ? LONGEST_ESCAPE : 2;
                return escapes ? Math.max(start, slash + length) : start;
            }
        }
        return start;
    }

    /// How often something was hidden.
    int count() {
        return count;
    }

    Redacted done() {
        return new Redacted(written, count > 0);
    }
}
