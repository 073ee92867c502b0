package dev.turnpike.gateway.document;

import java.io.IOException;

/// What may be spent on one document, whose author is not trusted.
///
/// Asked for at the places in PDFBox that go round and round or grow, and from then on whenever it is used up.
final class Budget {
    /// Whose document is read in this thread; not bound where PDFBox is used for something else.
    static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

    /// Used up: nothing more of this document is read. Not checked, since PDFBox goes on behind what is.
    static final class UsedUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        UsedUp() {
            super("a document that asks for too much", null, false, false);
        }
    }

    /// Real pages draw with less than a megabyte; a font may have ten.
    private static final int STREAM_BYTES = 16 << 20;

    private static final int PAGE_BYTES = 48 << 20;
    private static final long DOCUMENT_BYTES = 512L << 20;

    /// Some seconds' worth.
    private static final int STEPS = 20_000_000;

    /// As many as are kept.
    private static final int GLYPHS = PdfReader.MOST_CHARACTERS;

    private long bytes;
    private int pageBytes;
    private int steps;
    private int glyphs;
    private boolean skipped;
    private volatile boolean stopped;

    /// One more stream is unpacked.
    ///
    /// @param soFar what it is without these
    void unpack(int soFar, int more) throws IOException {
        bytes += more;
        pageBytes += more;
        if (pageBytes > PAGE_BYTES || bytes > DOCUMENT_BYTES) {
            stopped = true;
        }
        check();
        if (soFar > STREAM_BYTES - more) {
            throw new IOException("a stream that unpacks to too much");
        }
    }

    /// Work of about a quarter of a microsecond is one step.
    void step(int weight) {
        steps += weight;
        if (steps > STEPS) {
            stopped = true;
        }
        check();
    }

    void glyph() {
        if (++glyphs > GLYPHS) {
            stopped = true;
        }
        check();
    }

    /// A stream could not be unpacked, of which PDFBox says nothing.
    void skip() {
        skipped = true;
    }

    /// Whether a stream of this page could not be unpacked.
    boolean hasSkipped() {
        return skipped;
    }

    /// A page begins, and what the last one took is free again.
    void page() {
        pageBytes = 0;
        skipped = false;
    }

    /// Called from another thread: that was enough.
    void stop() {
        stopped = true;
    }

    void check() {
        if (stopped) {
            throw new UsedUp();
        }
    }
}
