package dev.turnpike.gateway.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PiecesTest {
    @Property(tries = 300)
    void holdsWhatWasAppendedHoweverItCame(
            @ForAll @Size(max = 12) List<@IntRange(max = 40_000) Integer> lengths, @ForAll int seed)
            throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int foreign = 0;
        PieceBytes pieces = new PieceBytes(16);
        for (int length : lengths) {
            byte[] bytes = new byte[length + 3];
            random.nextBytes(bytes);
            plain.write(bytes, 2, length);
            if (random.nextBoolean()) {
                pieces.refer(bytes, 2, length, true);
                foreign += length < 16 * 1024 ? 0 : length;
            } else {
                pieces.write(bytes, 2, length);
            }
        }
        Pieces all = pieces.pieces();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        all.writeTo(written);
        assertThat(all.toArray()).isEqualTo(plain.toByteArray());
        assertThat(written.toByteArray()).isEqualTo(plain.toByteArray());
        assertThat(all.length()).isEqualTo(plain.size());
        assertThat(all.mediaLength()).isEqualTo(foreign);
    }

    /// Of few letters, so that much is alike by chance.
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(30);
    }

    @Property
    void tellsWhatItHasInCommonWithAnArrayWhereverItIsCut(
            @ForAll("texts") String text,
            @ForAll("texts") String other,
            @ForAll @Size(value = 3) List<@IntRange(max = 30) Integer> cuts) {
        Pieces pieces = cut(text, cuts);
        int start = 0;
        while (start < Math.min(text.length(), other.length()) && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        assertThat(pieces.commonStart(utf8(other))).isEqualTo(start);
        int most = Math.min(text.length(), other.length()) - start;
        int end = 0;
        while (end < most && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        assertThat(pieces.commonEnd(utf8(other), most)).isEqualTo(end);
        int from = Math.min(start, text.length() - end);
        assertThat(pieces.copy(from, text.length() - end)).isEqualTo(utf8(text.substring(from, text.length() - end)));
    }

    private static Pieces cut(String text, List<Integer> cuts) {
        List<Pieces.Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.min(cut, text.length());
            // as a slice of something longer
            pieces.add(new Pieces.Piece(utf8("ab" + text + "ba"), 2 + from, to - from, false));
            from = to;
        }
        pieces.add(new Pieces.Piece(utf8(text), from, text.length() - from, false));
        return new Pieces(pieces);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void copiesNothingThatIsLarge() {
        byte[] large = new byte[100_000];
        PieceBytes pieces = new PieceBytes(16);
        pieces.refer(large, 0, large.length, true);
        Pieces all = pieces.pieces();
        assertThat(all.toArray()).isSameAs(large);
        assertThat(all.mediaParts()).isEqualTo(1);
    }
}
