package dev.turnpike.gateway.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @Test
    void knowsEveryCharacterThatTakesMoreThanOneByte() {
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8.sequence(bytes, 0, bytes.length)).isEqualTo(bytes.length);
                assertThat(Utf8.sequence(bytes, 0, bytes.length - 1)).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c328", "c0af", "e08080", "eda080", "f4908080", "f0808080", "80", "ff", "f09f9822", "e28228"})
    void knowsWhatIsNone(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Utf8.sequence(bytes, 0, bytes.length)).isZero();
    }
}
