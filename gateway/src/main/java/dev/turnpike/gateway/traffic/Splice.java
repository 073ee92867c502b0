package dev.turnpike.gateway.traffic;

import java.util.Arrays;

/// Bytes that differ from others in one place: only that place is held.
///
/// A request that passes through differs from what came in by the name of its model.
public record Splice(byte[] base, int start, int end, byte[] between) {
    public static Splice of(byte[] base, byte[] bytes) {
        int start = Arrays.mismatch(base, bytes);
        if (start < 0) {
            return new Splice(base, base.length, 0, new byte[0]);
        }
        int shorter = Math.min(base.length, bytes.length) - start;
        int same = 0;
        while (same < shorter && base[base.length - 1 - same] == bytes[bytes.length - 1 - same]) {
            same++;
        }
        return new Splice(base, start, same, Arrays.copyOfRange(bytes, start, bytes.length - same));
    }

    /// How many bytes it adds to those of its base.
    long held() {
        return between.length;
    }

    int size() {
        return start + between.length + end;
    }

    /// The bytes that differ, whole.
    public byte[] bytes() {
        if (start == base.length && between.length == 0) {
            return base;
        }
        byte[] whole = Arrays.copyOf(base, size());
        System.arraycopy(between, 0, whole, start, between.length);
        System.arraycopy(base, base.length - end, whole, start + between.length, end);
        return whole;
    }
}
