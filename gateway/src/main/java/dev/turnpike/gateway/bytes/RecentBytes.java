package dev.turnpike.gateway.bytes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The last bytes that were worked on, and what was found in each: of bytes that are like them only what differs has to
/// be worked on. An agent sends most of its last body with the next one.
///
/// Holds at most six of them, 4 MiB together. One thread at a time.
public final class RecentBytes<T> {
    private static final int MOST = 6;
    private static final int MOST_BYTES = 4 << 20;

    private final Deque<Entry<T>> entries = new ArrayDeque<>();
    private long held;

    /// Bytes that were worked on.
    public record Entry<T>(byte[] bytes, T found) {}

    /// What bytes have in common with others.
    ///
    /// @param start how many bytes at the beginning are the same
    /// @param end how many at the end are, beside those
    public record Likeness<T>(Entry<T> other, int start, int end) {
        private boolean isNearlyAll() {
            int size = other.bytes().length;
            return start + end >= size - size / 8;
        }
    }

    public RecentBytes() {}

    /// Those that are most like these, if half of these is in any.
    public Optional<Likeness<T>> likest(byte[] bytes) {
        Optional<Likeness<T>> best = Optional.empty();
        int most = Math.max(1, bytes.length / 2) - 1;
        for (Entry<T> entry : entries) {
            byte[] other = entry.bytes();
            int shorter = Math.min(bytes.length, other.length);
            int start = CommonBytes.start(bytes, 0, other, 0, shorter);
            int end = CommonBytes.end(bytes, bytes.length, other, other.length, shorter - start);
            if (start + end > most) {
                most = start + end;
                best = Optional.of(new Likeness<>(entry, start, end));
            }
        }
        return best;
    }

    /// Holds these bytes, to which nobody writes, instead of others of which they have nearly all.
    public void remember(byte[] bytes, T found, Optional<Likeness<T>> like) {
        like.filter(Likeness::isNearlyAll).map(Likeness::other).ifPresent(other -> {
            if (entries.remove(other)) {
                held -= other.bytes().length;
            }
        });
        if (bytes.length > MOST_BYTES / 2) {
            return;
        }
        entries.addFirst(new Entry<>(bytes, found));
        held += bytes.length;
        while (entries.size() > MOST || held > MOST_BYTES) {
            held -= entries.removeLast().bytes().length;
        }
    }

    public void forget() {
        entries.clear();
        held = 0;
    }
}
