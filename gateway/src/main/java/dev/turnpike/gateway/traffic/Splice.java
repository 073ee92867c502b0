package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.bytes.Pieces;
import java.util.Arrays;

/// Bytes that differ from others in one place: only that place is held.
///
/// A request that passes through differs from what came in by the name of its model.
public record Splice(byte[] base, int start, int end, byte[] between) {
    public static Splice of(byte[] base, byte[] bytes) {
        return of(base, Pieces.of(bytes));
    }

    static Splice of(byte[] base, Pieces bytes) {
        int start = bytes.commonStart(base);
        if (start == base.length && start == bytes.length()) {
            return new Splice(base, base.length, 0, new byte[0]);
        }
        int end = bytes.commonEnd(base, Math.min(base.length, bytes.length()) - start);
        return new Splice(base, start, end, bytes.copy(start, bytes.length() - end));
    }

    /// Nothing differs.
    boolean isNothing() {
        return start + end == base.length && between.length == 0;
    }

    /// Where the rest begins that both have.
    int rest() {
        return base.length - end;
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
        if (isNothing()) {
            return base;
        }
        byte[] whole = Arrays.copyOf(base, size());
        System.arraycopy(between, 0, whole, start, between.length);
        System.arraycopy(base, rest(), whole, start + between.length, end);
        return whole;
    }

    /// What differs, and what stands around it.
    ///
    /// @param from an offset before it
    /// @param to an offset behind it, of the base
    byte[] bytes(int from, int to) {
        byte[] part = new byte[start - from + between.length + to - rest()];
        System.arraycopy(base, from, part, 0, start - from);
        System.arraycopy(between, 0, part, start - from, between.length);
        System.arraycopy(base, rest(), part, start - from + between.length, to - rest());
        return part;
    }
}
