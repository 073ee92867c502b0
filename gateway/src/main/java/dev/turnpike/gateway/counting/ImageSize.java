package dev.turnpike.gateway.counting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Width and height of an image in pixels, as the head of its file says: PNG, JPEG, GIF or WebP.
record ImageSize(int width, int height) {
    private static final int RIFF_HEAD = 30;

    /// What precedes the frame of a JPEG may be long, but not longer than this.
    private static final int MOST_SEGMENTS = 64;

    /// Reads as far as the size; empty where it is another format, cut, or not Base64 after all.
    static Optional<ImageSize> read(InputStream in) {
        try {
            byte[] head = in.readNBytes(2);
            if (head.length < 2) {
                return Optional.empty();
            }
            return switch (big(head, 0, 2)) {
                case 0x8950 -> png(in.readNBytes(22));
                case 0x4749 -> gif(in.readNBytes(8));
                case 0x5249 -> webp(in.readNBytes(RIFF_HEAD - 2));
                case 0xFFD8 -> jpeg(in);
                default -> Optional.empty();
            };
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<ImageSize> of(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
    }

    private static Optional<ImageSize> png(byte[] b) {
        return b.length < 22 ? Optional.empty() : of(big(b, 14, 4), big(b, 18, 4));
    }

    private static Optional<ImageSize> gif(byte[] b) {
        return b.length < 8 ? Optional.empty() : of(little(b, 4, 2), little(b, 6, 2));
    }

    /// @param b from the third byte of the file
    private static Optional<ImageSize> webp(byte[] b) {
        if (b.length < RIFF_HEAD - 2) {
            return Optional.empty();
        }
        return switch (new String(b, 10, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8 " -> of(little(b, 24, 2) & 0x3FFF, little(b, 26, 2) & 0x3FFF);
            case "VP8L" -> {
                int bits = little(b, 19, 4);
                yield of((bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1);
            }
            case "VP8X" -> of(little(b, 22, 3) + 1, little(b, 25, 3) + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<ImageSize> jpeg(InputStream in) throws IOException {
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            byte[] segment = in.readNBytes(4);
            if (segment.length < 4 || big(segment, 0, 1) != 0xFF) {
                return Optional.empty();
            }
            int marker = big(segment, 1, 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                byte[] b = in.readNBytes(5);
                return b.length < 5 ? Optional.empty() : of(big(b, 3, 2), big(b, 1, 2));
            }
            in.skipNBytes(Math.max(0, big(segment, 2, 2) - 2));
        }
        return Optional.empty();
    }

    private static int big(byte[] b, int at, int length) {
        int value = 0;
        for (int i = at; i < at + length; i++) {
            value = (value << 8) | (b[i] & 0xFF);
        }
        return value;
    }

    private static int little(byte[] b, int at, int length) {
        int value = 0;
        for (int i = at + length - 1; i >= at; i--) {
            value = (value << 8) | (b[i] & 0xFF);
        }
        return value;
    }
}
