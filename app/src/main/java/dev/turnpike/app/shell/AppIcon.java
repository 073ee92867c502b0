package dev.turnpike.app.shell;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// The program's icon in the sizes that window systems ask for.
final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private AppIcon() {}

    static List<Image> images() {
        return SIZES.stream().flatMap(AppIcon::image).toList();
    }

    private static Stream<Image> image(int size) {
        InputStream in = AppIcon.class.getResourceAsStream("/dev/turnpike/app/look/app-" + size + ".png");
        return in == null ? Stream.empty() : Stream.of(new Image(in));
    }
}
