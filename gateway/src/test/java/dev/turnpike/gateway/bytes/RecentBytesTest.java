package dev.turnpike.gateway.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.bytes.RecentBytes.Likeness;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentBytesTest {
    private static final int MEGABYTE = 1 << 20;

    private final RecentBytes<String> recent = new RecentBytes<>();
    private final Random random = new Random(1);

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private Optional<Likeness<String>> next(byte[] bytes, String name) {
        Optional<Likeness<String>> like = recent.likest(bytes);
        recent.remember(bytes, name, like);
        return like;
    }

    @Test
    void tellsWhatBothBeginAndEndWith() {
        next("{messages:[a],tools}".getBytes(StandardCharsets.UTF_8), "first");

        Likeness<String> like = recent.likest("{messages:[a,b],tools}".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(like.other().found()).isEqualTo("first");
        assertThat(like.start()).isEqualTo("{messages:[a".length());
        assertThat(like.end()).isEqualTo("],tools}".length());
    }

    @Test
    void countsNoByteTwice() {
        next("abab".getBytes(StandardCharsets.UTF_8), "first");

        Likeness<String> like =
                recent.likest("ababab".getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(like.start() + like.end()).isEqualTo(4);
    }

    @Test
    void knowsNothingOfWhatIsOnlyALittleAlike() {
        next(joined(new byte[400], noise(600)), "first");

        assertThat(recent.likest(joined(new byte[400], noise(600)))).isEmpty();
        assertThat(recent.likest(new byte[0])).isEmpty();
    }

    @Test
    void keepsTwoConversationsApartThatHaveTheirToolsInCommon() {
        byte[] tools = noise(7_000);
        byte[] one = joined(tools, noise(3_000));
        byte[] other = joined(tools, noise(3_000));
        next(one, "one");
        next(other, "other");
        for (int turn = 0; turn < 4; turn++) {
            one = joined(one, noise(100));
            other = joined(other, noise(100));
            assertThat(next(one, "one")).map(like -> like.other().found()).contains("one");
            assertThat(next(other, "other")).map(like -> like.other().found()).contains("other");
        }
    }

    @Test
    void findsTheSameBytesBeforeLongerOnesThatHoldThem() {
        byte[] bytes = noise(1_000);
        next(joined(bytes, noise(100)), "longer");
        recent.remember(bytes, "same", Optional.empty());
        recent.remember(joined(bytes, noise(200)), "longest", Optional.empty());

        assertThat(recent.likest(bytes)).isPresent();
        assertThat(recent.likest(bytes).get().start()).isEqualTo(1_000);
    }

    @Test
    void holdsFourMegabytesAtMost() {
        byte[][] bodies = new byte[5][];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = noise(MEGABYTE);
            next(bodies[i], "body " + i);
        }
        next(noise(3 * MEGABYTE), "too large");

        assertThat(recent.likest(bodies[0])).isEmpty();
        assertThat(recent.likest(bodies[1])).isPresent();
        assertThat(recent.likest(bodies[4])).isPresent();
        recent.forget();
        assertThat(recent.likest(bodies[4])).isEmpty();
    }
}
