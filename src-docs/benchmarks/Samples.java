import java.util.Arrays;

/// Times, as many as there are.
final class Samples {
    private static final int MOST = 5_000_000;

    private long[] nanos = new long[4096];
    private int size;

    void add(long time) {
        if (size == nanos.length && size < MOST) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        if (size < nanos.length) {
            nanos[size++] = time;
        }
    }

    /// The time in microseconds below which that part of them lies; NaN where there are none.
    double micros(double part) {
        if (size == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, size);
        return nanos[(int) ((size - 1) * part)] / 1e3;
    }
}
