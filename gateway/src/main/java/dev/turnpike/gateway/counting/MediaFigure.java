package dev.turnpike.gateway.counting;

import dev.turnpike.gateway.anthropic.MediaSource;
import java.util.Base64;

/// What images and documents are counted as. Base64 is never counted as text.
final class MediaFigure {
    /// An image of which the size is not known, and the most that one is counted as.
    static final int IMAGE = 1600;

    /// A page of a PDF: its text, and its picture.
    static final int PAGE = 2000;

    private static final int PIXELS_A_TOKEN = 750;
    private static final int LONGEST_EDGE = 1568;
    private static final int BYTES_A_PAGE = 64 * 1024;
    private static final int MOST_PAGES = 100;
    private static final int BYTES_A_TOKEN = 4;

    private MediaFigure() {}

    /// An image by Anthropic's rule: made smaller until its longer edge is 1568 pixels, then a token for each 750
    /// pixels, 1600 at most.
    static long image(MediaSource source) {
        if (!source.type().equals("base64")) {
            return IMAGE;
        }
        return ImageSize.read(Base64.getMimeDecoder().wrap(source.data().stream()))
                .map(MediaFigure::pixels)
                .orElse((long) IMAGE);
    }

    private static long pixels(ImageSize size) {
        double scale = Math.min(1, (double) LONGEST_EDGE / Math.max(size.width(), size.height()));
        double pixels = size.width() * scale * size.height() * scale;
        return Math.clamp((long) Math.ceil(pixels / PIXELS_A_TOKEN), 1, IMAGE);
    }

    /// A document whose text is not at hand: a PDF by its size, as if a page took 64 kB, up to 100 pages; one that is
    /// elsewhere as one page; any other by its size, as text.
    static long document(MediaSource source) {
        if (!source.type().equals("base64")) {
            return PAGE;
        }
        long bytes = source.data().length() * 3L / 4;
        if (!source.mediaType().startsWith("application/pdf")) {
            return bytes / BYTES_A_TOKEN;
        }
        long pages = Math.clamp((bytes + BYTES_A_PAGE - 1) / BYTES_A_PAGE, 1, MOST_PAGES);
        return pages * PAGE;
    }
}
