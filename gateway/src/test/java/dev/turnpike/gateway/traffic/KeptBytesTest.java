package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptBytesTest {
    @Test
    void findsLettersWhereverTheyStand() {
        String letters = "event: stop";
        for (int before : new int[] {0, 1, 16_373, 16_374, 16_383, 16_384, 16_385, 40_000}) {
            for (int behind : new int[] {0, 5, 16_373, 16_379, 16_384, 16_390, 32_763}) {
                KeptBytes bytes = new KeptBytes();
                bytes.add(new byte[before]);
                assertThat(bytes.contains(letters)).isFalse();
                bytes.add(letters.getBytes(StandardCharsets.US_ASCII));
                bytes.add(new byte[behind]);
                assertThat(bytes.contains(letters))
                        .as(before + " before, " + behind + " behind")
                        .isTrue();
            }
        }
    }
}
