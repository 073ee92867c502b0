import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// The drawings of this folder as PNG files for windows, the tray and installers. The build runs it as a source file:
/// `java -cp jsvg.jar icons/Rendering.java icons <folder of resources>`.
public final class Rendering {
    private static final List<Integer> APP_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final int LARGEST_WITHOUT_ROAD = 48;
    // the usual heights of a panel, and twice those for dense screens
    private static final List<Integer> TRAY_SIZES = List.of(16, 20, 22, 24, 32, 40, 44, 48);
    // clip paths have hard edges: everything is drawn larger and averaged
    private static final int GRAIN = 4;

    private final Path target;
    private final long newestSource;

    private Rendering(Path target, long newestSource) {
        this.target = target;
        this.newestSource = newestSource;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path icons = Path.of(args[0]);
        List<Path> sources = sources(icons);
        Rendering rendering = new Rendering(Path.of(args[1], "dev", "turnpike", "app"), newest(sources));
        for (int size : APP_SIZES) {
            Path drawing = icons.resolve(size > LARGEST_WITHOUT_ROAD ? "app.svg" : "app-small.svg");
            rendering.render(drawing, "look", "app", size);
        }
        for (Path source : sources) {
            String file = source.getFileName().toString();
            if (file.startsWith("tray-")) {
                String name = file.substring(0, file.length() - ".svg".length());
                for (int size : TRAY_SIZES) {
                    rendering.render(source, "tray", name, size);
                }
            }
        }
    }

    private static List<Path> sources(Path icons) throws IOException {
        try (Stream<Path> files = Files.list(icons)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long newest(List<Path> sources) {
        return sources.stream().mapToLong(Rendering::changed).max().orElseThrow();
    }

    private static long changed(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void render(Path drawing, String folder, String name, int size) throws IOException {
        Path file = target.resolve(folder).resolve(name + "-" + size + ".png");
        if (changed(file) > newestSource) {
            return;
        }
        SVGDocument document = new SVGLoader().load(drawing.toUri().toURL());
        if (document == null) {
            throw new IOException(drawing + " is no drawing that can be read");
        }
        Files.createDirectories(file.getParent());
        if (!ImageIO.write(averaged(drawn(document, size * GRAIN), size), "png", file.toFile())) {
            throw new IOException("nothing here writes PNG files");
        }
    }

    private static BufferedImage drawn(SVGDocument document, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        document.render((java.awt.Component) null, canvas, new ViewBox(0, 0, size, size));
        canvas.dispose();
        return image;
    }

    private static BufferedImage averaged(BufferedImage large, int size) {
        BufferedImage premultiplied = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] square = new int[GRAIN * GRAIN * 4];
        int[] pixel = new int[4];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                large.getRaster().getPixels(x * GRAIN, y * GRAIN, GRAIN, GRAIN, square);
                for (int band = 0; band < pixel.length; band++) {
                    int sum = GRAIN * GRAIN / 2;
                    for (int i = band; i < square.length; i += pixel.length) {
                        sum += square[i];
                    }
                    pixel[band] = sum / (GRAIN * GRAIN);
                }
                premultiplied.getRaster().setPixel(x, y, pixel);
            }
        }
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.drawImage(premultiplied, 0, 0, null);
        canvas.dispose();
        return image;
    }
}
