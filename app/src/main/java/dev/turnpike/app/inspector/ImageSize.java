package dev.turnpike.app.inspector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How large an image is, read from its head before anything of it is decoded: PNG, JPEG, GIF and BMP.
record ImageSize(int width, int height) {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int START_OF_FRAME = 0xC0;
    private static final int LAST_START_OF_FRAME = 0xCF;

    /// Empty where it is no such image, or a broken one.
    static Optional<ImageSize> of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Optional<ImageSize> size = Optional.empty();
        if (begins(bytes, PNG) && bytes.length >= 24) {
            size = Optional.of(new ImageSize(in.getInt(16), in.getInt(20)));
        } else if (begins(bytes, "GIF8".getBytes(StandardCharsets.US_ASCII)) && bytes.length >= 10) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            size = Optional.of(new ImageSize(in.getShort(6) & 0xFFFF, in.getShort(8) & 0xFFFF));
        } else if (begins(bytes, "BM".getBytes(StandardCharsets.US_ASCII)) && bytes.length >= 26) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            size = Optional.of(new ImageSize(in.getInt(18), Math.abs(in.getInt(22))));
        } else if (begins(bytes, new byte[] {(byte) 0xFF, (byte) 0xD8})) {
            size = jpeg(in);
        }
        return size.filter(found -> found.width > 0 && found.height > 0);
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// Goes from segment to segment until one says the size.
    private static Optional<ImageSize> jpeg(ByteBuffer in) {
        int at = 2;
        while (at + 9 <= in.limit()) {
            int mark = in.get(at + 1) & 0xFF;
            boolean frame = mark >= START_OF_FRAME
                    && mark <= LAST_START_OF_FRAME
                    && mark != 0xC4
                    && mark != 0xC8
                    && mark != 0xCC;
            if ((in.get(at) & 0xFF) != 0xFF) {
                return Optional.empty();
            } else if (frame) {
                return Optional.of(new ImageSize(in.getShort(at + 7) & 0xFFFF, in.getShort(at + 5) & 0xFFFF));
            }
            at += mark == 0xFF ? 1 : 2 + (in.getShort(at + 2) & 0xFFFF);
        }
        return Optional.empty();
    }

    long pixels() {
        return (long) width * height;
    }
}
