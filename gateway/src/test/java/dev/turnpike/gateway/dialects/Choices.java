package dev.turnpike.gateway.dialects;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/// Decisions read from bytes: the same bytes decide the same, and where they end everything is decided in the simplest
/// way.
///
/// What is built from them shrinks as the bytes shrink, and grows under whatever knows how to grow bytes.
public final class Choices {
    private final byte[] bytes;
    private int at;
    private int named;

    public Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Bytes to decide by, up to that many.
    public static Arbitrary<byte[]> bytes(int most) {
        return Arbitraries.bytes()
                .withDistribution(RandomDistribution.uniform())
                .array(byte[].class)
                .ofMaxSize(most)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    /// A number from 0 to just below `n`; `n` is at most 65536.
    public int below(int n) {
        int value = n > 256 ? next() << 8 | next() : next();
        return value % n;
    }

    /// True once in so many times, and never when nothing is left to decide by.
    public boolean oneIn(int n) {
        return below(n) == 1;
    }

    @SafeVarargs
    public final <T> T of(T... values) {
        return values[below(values.length)];
    }

    public <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /// A word that no other call on these choices gives, and that stands in no other such word.
    public String word() {
        return "w" + ++named + "_";
    }

    /// A text with a word of its own in it, in every script and spelling.
    public String text() {
        String word = word();
        return switch (below(12)) {
            case 1 -> "  " + word + " \n";
            case 2 -> word + " é€😀";
            case 3 -> "\"" + word + "\\\" {}[]:,";
            case 4 -> word + "\nsecond line\r\n\tthird";
            case 5 -> "\u0000\u001f" + word + "\u2028\uFEFF";
            case 6 -> word + "\ud83d";
            case 7 -> word + "x".repeat(below(600));
            default -> word;
        };
    }

    /// Nothing is left to decide by.
    public boolean isSpent() {
        return at >= bytes.length;
    }

    private int next() {
        return at < bytes.length ? bytes[at++] & 0xff : 0;
    }
}
