package dev.turnpike.gateway.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSizeTest {
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a 0000000d 49484452 00000640 000004b0 08, 1600, 1200",
        "474946383961 4001 c800 00,                              320, 200",
        "ffd8 ffe0 0004 0101 ffe1 0006 01020304 ffc2 0011 08 0258 0320 03, 800, 600",
        "52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001, 640, 480",
        "52494646 00000000 57454250 5650384c 00000000 2f 7fc27700 00000000 0000, 640, 480",
        "52494646 00000000 57454250 56503858 00000000 00000000 7f0200 df0100, 640, 480"
    })
    void readsTheSizeFromTheHead(String hex, int width, int height) {
        assertThat(ImageSize.read(new ByteArrayInputStream(bytes(hex)))).contains(new ImageSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({"''", "89", "89504e470d0a1a0a", "ffd8ffd9", "ffd8ffe0ffff00", "474946383961", "25504446", "52494646"})
    void knowsNoSizeOfWhatIsCutOrSomethingElse(String hex) {
        assertThat(ImageSize.read(new ByteArrayInputStream(bytes(hex)))).isEmpty();
    }

    @Property
    void neverFails(@ForAll byte[] tail, @ForAll("magic") byte[] magic) {
        byte[] all = Arrays.copyOf(magic, magic.length + tail.length);
        System.arraycopy(tail, 0, all, magic.length, tail.length);
        ImageSize size = ImageSize.read(new ByteArrayInputStream(all)).orElse(new ImageSize(1, 1));
        assertThat(Math.min(size.width(), size.height())).isPositive();
    }

    @Provide
    Arbitrary<byte[]> magic() {
        return Arbitraries.of("89504e47", "4749", "ffd8", "524946460000000057454250", "ffd8ffc0")
                .map(HexFormat.of()::parseHex);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
