package dev.turnpike.gateway.bytes;

import java.util.Arrays;

/// How much two stretches of bytes have in common, compared many bytes at a time.
public final class CommonBytes {
    private static final int BLOCK = 4096;

    private CommonBytes() {}

    /// How many of them are the same from two offsets on.
    ///
    /// @param most how many there are in both
    public static int start(byte[] one, int oneFrom, byte[] other, int otherFrom, int most) {
        int differs = Arrays.mismatch(one, oneFrom, oneFrom + most, other, otherFrom, otherFrom + most);
        return differs < 0 ? most : differs;
    }

    /// How many of them are the same before two offsets.
    ///
    /// @param most how many there are in both
    public static int end(byte[] one, int oneTo, byte[] other, int otherTo, int most) {
        int same = 0;
        while (same < most) {
            int block = Math.min(BLOCK, most - same);
            int from = oneTo - same - block;
            int otherFrom = otherTo - same - block;
            if (!Arrays.equals(one, from, from + block, other, otherFrom, otherFrom + block)) {
                break;
            }
            same += block;
        }
        while (same < most && one[oneTo - 1 - same] == other[otherTo - 1 - same]) {
            same++;
        }
        return same;
    }
}
