package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.Arrivals;

/// [Arrivals] as two rows of numbers.
final class ArrivalsText {
    private ArrivalsText() {}

    static byte[] ends(Arrivals arrivals) {
        long[] ends = new long[arrivals.count()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = arrivals.end(i);
        }
        return References.write(ends, 0, ends.length);
    }

    static byte[] micros(Arrivals arrivals) {
        long[] micros = new long[arrivals.count()];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = arrivals.after(i).toNanos() / 1_000;
        }
        return References.write(micros, 0, micros.length);
    }

    static Arrivals read(byte[] ends, byte[] micros) {
        return Arrivals.of(References.read(ends), References.read(micros));
    }
}
