package dev.turnpike.gateway.traffic;

import java.util.Arrays;
import java.util.List;

/// Searches for all of several byte strings at once, and reads the less the longer they are (Wu and
/// Manber): it looks at two bytes, and from where they may stand in any of the strings follows how far
/// it can go on.
final class ManyNeedles {
    private static final int SLOTS = 1 << 14;

    private final byte[][] needles;
    /// The last two bytes of each one's beginning of equal length.
    private final int[] ends;
    private final int length;
    private final byte[] skips = new byte[SLOTS];

    /// @param needles each of at least two bytes
    ManyNeedles(List<byte[]> needles) {
        this.needles = needles.toArray(byte[][]::new);
        this.ends = new int[needles.size()];
        int shortest = needles.stream().mapToInt(needle -> needle.length).min().orElse(2);
        this.length = Math.min(shortest, Byte.MAX_VALUE);
        Arrays.fill(skips, (byte) (length - 1));
        for (int needle = 0; needle < ends.length; needle++) {
            byte[] bytes = this.needles[needle];
            for (int i = 1; i < length; i++) {
                int slot = slot(bytes, i);
                skips[slot] = (byte) Math.min(skips[slot], length - 1 - i);
            }
            ends[needle] = slot(bytes, length - 1);
        }
    }

    @FunctionalInterface
    interface Place {
        /// @param to just behind it
        void found(int from, int to);
    }

    void each(byte[] in, Place place) {
        int at = length - 1;
        while (at < in.length) {
            int slot = slot(in, at);
            if (skips[slot] == 0) {
                compare(in, at, slot, place);
                at++;
            } else {
                at += skips[slot];
            }
        }
    }

    private void compare(byte[] in, int at, int slot, Place place) {
        int start = at - length + 1;
        for (int needle = 0; needle < ends.length; needle++) {
            byte[] bytes = needles[needle];
            int end = start + bytes.length;
            if (ends[needle] == slot && end <= in.length && Arrays.equals(in, start, end, bytes, 0, bytes.length)) {
                place.found(start, end);
            }
        }
    }

    private static int slot(byte[] bytes, int second) {
        return ((bytes[second - 1] & 0xFF) * 61 + (bytes[second] & 0xFF)) & SLOTS - 1;
    }
}
