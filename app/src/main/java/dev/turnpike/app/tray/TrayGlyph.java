package dev.turnpike.app.tray;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// The icon's pictures, which the build draws from `icons/tray-*.svg`.
final class TrayGlyph {
    private static final int[] SIZES = {16, 20, 22, 24, 32, 40, 44, 48};

    private TrayGlyph() {}

    /// The picture in that size, on the panel's ground.
    static BufferedImage draw(TrayIconShape shape, Panel panel, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setColor(panel.ground());
            pen.fillRect(0, 0, width, height);
            int side = Math.min(width, height);
            pen.drawImage(picture(shape, panel, side), (width - side) / 2, (height - side) / 2, side, side, null);
        } finally {
            pen.dispose();
        }
        return image;
    }

    /// The smallest picture that is large enough.
    private static BufferedImage picture(TrayIconShape shape, Panel panel, int side) {
        int size = IntStream.of(SIZES).filter(one -> one >= side).findFirst().orElse(SIZES[SIZES.length - 1]);
        String name = "tray-" + shape.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + panel.ink() + "-" + size
                + ".png";
        try (InputStream in = Objects.requireNonNull(TrayGlyph.class.getResourceAsStream(name), name)) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own picture cannot be read: " + name, e);
        }
    }
}
