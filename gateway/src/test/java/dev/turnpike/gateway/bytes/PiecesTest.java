package dev.turnpike.gateway.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
