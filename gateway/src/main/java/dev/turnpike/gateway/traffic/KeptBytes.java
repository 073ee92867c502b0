package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.traffic.Body.Keeping;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that come piece by piece, kept until they are let go.
final class KeptBytes {
    private static final int WINDOW = 16 << 10;

    private byte[] bytes = new byte[0];
    private int size;
    private long passed;
    private boolean released;

    void add(byte[] more) {
        passed += more.length;
        if (released) {
            return;
        }
        if (size + more.length > bytes.length) {
            // whoever holds the old array keeps it: what stands in it never changes
            bytes = Arrays.copyOf(bytes, Math.max(size + more.length, bytes.length * 2));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /// Nothing more will come.
    void end() {
        bytes = Arrays.copyOf(bytes, size);
    }

    /// How many came, kept or not.
    long passed() {
        return passed;
    }

    /// How many bytes of memory they take.
    long held() {
        return bytes.length;
    }

    boolean isReleased() {
        return released;
    }

    void letGo() {
        released = true;
        bytes = new byte[0];
        size = 0;
    }

    /// Those that are kept, from an offset on.
    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, size);
    }

    /// Whether those that are kept hold these ASCII letters somewhere; looked for from the end.
    boolean contains(String letters) {
        for (int end = size; end >= letters.length(); end -= WINDOW) {
            int start = Math.max(0, end - WINDOW - letters.length());
            // strings are searched many bytes at a time
            if (new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).contains(letters)) {
                return true;
            }
        }
        return false;
    }

    /// All of them as they are now.
    Body body() {
        return body(Keeping.WHOLE);
    }

    /// @param kept what there is, where it was not let go
    Body body(Keeping kept) {
        if (released) {
            return Body.gone(passed, Keeping.LET_GO);
        }
        byte[] held = bytes;
        int count = size;
        return new Body(count, kept, () -> held.length == count ? held : Arrays.copyOf(held, count));
    }
}
