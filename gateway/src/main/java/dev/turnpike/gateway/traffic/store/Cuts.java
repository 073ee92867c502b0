package dev.turnpike.gateway.traffic.store;

import java.util.SplittableRandom;

/// Where bytes are cut into pieces: where the bytes themselves say so, so that equal stretches in different bodies are
/// cut into equal pieces, whatever stands before them.
///
/// The hash is the gear hash of FastCDC (Xia and others, 2016): each byte shifts an older one out.
final class Cuts {
    static final int LEAST = 1 << 10;
    static final int MOST = 32 << 10;

    /// The twelve highest bits: a cut each 4 kB beyond the least.
    private static final long MASK = 0xFFFL << 52;

    private static final long[] GEAR =
            new SplittableRandom(0x7475726E70696B65L).longs(256).toArray();

    private Cuts() {}

    /// The end of the piece that begins there.
    static int next(byte[] bytes, int start) {
        int end = (int) Math.min(bytes.length, start + (long) MOST);
        int at = start + LEAST;
        if (at >= end) {
            return end;
        }
        // the hash has forgotten all but the last 64 bytes
        long hash = 0;
        for (int i = at - 64; i < at; i++) {
            hash = (hash << 1) + GEAR[bytes[i] & 0xff];
        }
        while (at < end) {
            hash = (hash << 1) + GEAR[bytes[at++] & 0xff];
            if ((hash & MASK) == 0) {
                return at;
            }
        }
        return end;
    }
}
