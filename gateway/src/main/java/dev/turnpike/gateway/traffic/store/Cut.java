package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.bytes.RecentBytes.Likeness;
import java.util.Arrays;

/// How a body was cut into pieces, or is being cut: where one is like another, it is cut in the same places.
final class Cut {
    private final int size;
    private int count;
    private int[] ends;
    private long[] references;

    /// @param size of the body, in bytes
    Cut(int size) {
        this.size = size;
        this.ends = new int[size / Cuts.LEAST + 1];
        this.references = new long[ends.length];
    }

    /// Where the next piece begins.
    int at() {
        return count == 0 ? 0 : ends[count - 1];
    }

    boolean isDone() {
        return at() >= size;
    }

    void add(int end, long reference) {
        ends[count] = end;
        references[count++] = reference;
    }

    /// Adds the pieces with which both begin. The last one of a body ends where there is no more, not where it would be
    /// cut: it is the same only where all is.
    void begin(Likeness<Cut> like) {
        Cut other = like.other().found();
        boolean all = like.start() == size && size == other.size;
        int known = all ? other.count : Math.min(other.countUpTo(like.start()), other.count - 1);
        System.arraycopy(other.ends, 0, ends, 0, known);
        System.arraycopy(other.references, 0, references, 0, known);
        count = known;
    }

    /// Adds the rest of the pieces where both are cut in the same place and the same from there on.
    boolean end(Likeness<Cut> like) {
        Cut other = like.other().found();
        int there = at() - size + other.size;
        if (at() < size - like.end() || there < 0) {
            return false;
        }
        int from = other.countUpTo(there);
        if (there > 0 && (from == 0 || other.ends[from - 1] != there)) {
            return false;
        }
        for (int i = from; i < other.count; i++) {
            add(other.ends[i] + size - other.size, other.references[i]);
        }
        return true;
    }

    /// How many pieces end there or before.
    private int countUpTo(int end) {
        int found = Arrays.binarySearch(ends, 0, count, end);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The references to all pieces, once nothing is added any more; room that was not needed is given back.
    long[] done() {
        references = Arrays.copyOf(references, count);
        ends = Arrays.copyOf(ends, count);
        return references;
    }
}
