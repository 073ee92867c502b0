package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MediaSource;
import dev.turnpike.gateway.json.RawJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedImageTest {
    static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static MediaSource source(byte[] bytes) {
        String data = Base64.getEncoder().encodeToString(bytes);
        return new MediaSource("base64", "image/png", RawJson.ofString(data), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void readsTheSizeOfEachKind(String format) throws IOException {
        assertThat(ImageSize.of(image(format, 300, 20))).hasValue(new ImageSize(300, 20));
    }

    @Test
    void isReadyWithItsSizeInWords() throws IOException {
        byte[] png = image("png", 300, 20);

        assertThat(EmbeddedImage.of(source(png))).isInstanceOfSatisfying(EmbeddedImage.Ready.class, ready -> {
            assertThat(ready.bytes()).isEqualTo(png);
            assertThat(ready.caption()).startsWith("image/png, 300 × 20, ");
        });
    }

    @Test
    void neverDecodesWhatIsTooLarge() throws IOException {
        byte[] png = image("png", 300, 20);
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);

        assertThat(sentence(source(png))).isEqualTo("Image, image/png, 20000 × 20000: too large to be shown");
        assertThat(sentence(source(new byte[(int) EmbeddedImage.MOST_BYTES + 100])))
                .isEqualTo("Image, image/png, 20 MB: too large to be shown");
    }

    @Test
    void saysWhatCannotBeShown() {
        assertThat(sentence(source(new byte[200]))).isEqualTo("Image, image/png, 0.2 kB: cannot be shown");
        MediaSource broken = new MediaSource("base64", "image/png", RawJson.ofString("%%%"), List.of());
        assertThat(sentence(broken)).endsWith("cannot be shown");
    }

    @Test
    void neverLoadsWhatIsElsewhere() {
        MediaSource url = new MediaSource("url", "", RawJson.ofString("https://example.com/a.png"), List.of());

        assertThat(sentence(url)).isEqualTo("Image at https://example.com/a.png, which is not loaded");
    }

    @Test
    void survivesAnyBytes() throws IOException {
        Random random = new Random(7);
        byte[] jpeg = image("jpg", 40, 40);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = jpeg.clone();
            for (int j = 0; j < 8; j++) {
                bytes[2 + random.nextInt(60)] = (byte) random.nextInt(256);
            }
            assertThat(ImageSize.of(bytes)).isNotNull();
        }
    }

    private static String sentence(MediaSource source) {
        return ((EmbeddedImage.Not) EmbeddedImage.of(source)).sentence();
    }
}
