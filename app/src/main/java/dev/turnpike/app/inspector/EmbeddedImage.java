package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.anthropic.MediaSource;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// An image that a message carries with it.
sealed interface EmbeddedImage {
    long MOST_BYTES = 20_000_000;
    long MOST_PIXELS = 40_000_000;

    /// It can be drawn.
    ///
    /// @param caption its type and its size
    record Ready(byte[] bytes, ImageSize size, String caption) implements EmbeddedImage {}

    /// It cannot be drawn, and why, in a sentence.
    record Not(String sentence) implements EmbeddedImage {}

    /// Decodes it as far as its head, which may take time. What is elsewhere is never fetched.
    static EmbeddedImage of(MediaSource source) {
        if (!source.type().equals("base64")) {
            return new Not(
                    source.type().equals("url")
                            ? Text.of("traffic.image.url", source.data().string())
                            : Text.of("traffic.image.elsewhere", source.type()));
        }
        long about = source.data().length() * 3L / 4;
        if (about > MOST_BYTES) {
            return new Not(Text.of("traffic.image.large", source.mediaType(), Figures.bytes(about)));
        }
        return decoded(source).<EmbeddedImage>map(bytes -> read(bytes, source)).orElseGet(() -> broken(source));
    }

    private static Optional<byte[]> decoded(MediaSource source) {
        try {
            ByteBuffer bytes = Base64.getMimeDecoder().decode(source.data().content());
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return Optional.of(copy);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static EmbeddedImage read(byte[] bytes, MediaSource source) {
        Optional<ImageSize> size = ImageSize.of(bytes);
        String length = Figures.bytes(bytes.length);
        if (size.isEmpty()) {
            return broken(source);
        }
        String width = Integer.toString(size.get().width());
        String height = Integer.toString(size.get().height());
        return size.get().pixels() * frames(bytes) > MOST_PIXELS
                ? new Not(Text.of("traffic.image.pixels", source.mediaType(), width, height))
                : new Ready(
                        bytes, size.get(), Text.of("traffic.image.size", source.mediaType(), width, height, length));
    }

    /// How many pictures a GIF may have at most, each of which is decoded: so often an extension that comes before one
    /// stands in it. 1 for any other kind.
    private static long frames(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != 'G' || bytes[1] != 'I' || bytes[2] != 'F') {
            return 1;
        }
        long frames = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            frames += bytes[i] == 0x21 && bytes[i + 1] == (byte) 0xF9 && bytes[i + 2] == 4 ? 1 : 0;
        }
        return Math.max(1, frames);
    }

    /// It is of no kind that can be drawn, or broken.
    static Not broken(MediaSource source) {
        long about = source.data().length() * 3L / 4;
        return new Not(Text.of("traffic.image.broken", source.mediaType(), Figures.bytes(about)));
    }
}
