package dev.turnpike.app.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/// Pictures of what a window shows, for eyes.
public final class Shot {
    /// The folder that pictures are written to; without it no test writes any.
    private static final String FOLDER = "turnpike.shots";

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
