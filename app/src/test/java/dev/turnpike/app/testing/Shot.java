package dev.turnpike.app.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/// Pictures of what a window shows, for eyes and for comparison with those that are kept.
public final class Shot {
    /// The folder that pictures are written to; without it no test writes any.
    private static final String FOLDER = "turnpike.shots";

    /// Draws the kept pictures anew instead of comparing with them.
    private static final String ANEW = "turnpike.pictures.anew";

    private static final Path KEPT = Path.of("..", "src-docs", "pictures");
    private static final Path FOUND = Path.of("target", "pictures");

    /// Smoothing of letters and shapes differs from machine to machine by less.
    private static final int FAR = 48;

    private static final double MOST_FAR = 0.003;

    private Shot() {}

    /// Writes the picture of that node as PNG.
    public static void of(Node node, Path file) {
        write(
                Toolkit.call(() -> {
                    SnapshotParameters parameters = new SnapshotParameters();
                    parameters.setFill(Color.TRANSPARENT);
                    return node.snapshot(parameters, null);
                }),
                file);
    }

    /// Writes the picture of that scene as PNG.
    public static void of(Scene scene, Path file) {
        write(Toolkit.call(() -> scene.snapshot(null)), file);
    }

    /// Writes the picture of the node's whole scene, if the run was given `-Dturnpike.shots=FOLDER`.
    public static void wanted(Node node, String name) {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            of(Toolkit.call(node::getScene), Path.of(folder, name + ".png"));
        }
    }

    /// Compares the node's whole scene with the picture of that name in `src-docs/pictures`. No more than 3 of 1,000
    /// pixels may differ by more than 48 of 255 in a colour. What is found otherwise is in `target/pictures`.
    public static void like(Node node, String name) {
        wanted(node, name);
        Path kept = KEPT.resolve(name + ".png");
        Path found = FOUND.resolve(name + ".png");
        Scene scene = Toolkit.call(node::getScene);
        if (Boolean.getBoolean(ANEW)) {
            of(scene, kept);
            return;
        }
        of(scene, found);
        double far = far(read(kept), read(found));
        if (far > MOST_FAR) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "%s differs from %s in %.1f %% of its pixels; .ci/pictures draws the kept ones anew",
                    found,
                    kept,
                    far * 100));
        }
    }

    private static BufferedImage read(Path file) {
        try {
            return Objects.requireNonNull(ImageIO.read(file.toFile()), file + " is no picture");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The share of the pixels that are far from each other; all of them where the sizes differ.
    private static double far(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        long far = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                far += isFar(one.getRGB(x, y), other.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (double) far / one.getWidth() / one.getHeight();
    }

    private static boolean isFar(int one, int other) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            if (Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)) > FAR) {
                return true;
            }
        }
        return false;
    }

    private static void write(Image image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
