package dev.turnpike.gateway.document;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What PDFs say.
///
/// One is read at a time, in a thread of its own: what it needs is bounded, but much. What was read last is kept, since
/// an agent sends its whole conversation each turn.
public final class PdfTexts {
    /// What Anthropic takes.
    private static final int MOST_BYTES = 32 << 20;

    private static final long KEPT_BYTES = 8 << 20;

    /// What fits the budget takes less; it is for a loop that nobody knows of.
    private static final int MOST_MILLIS = 60_000;

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);
    private static final KeptTexts KEPT = new KeptTexts(KEPT_BYTES);

    private PdfTexts() {}

    /// The text of a PDF, or why it has none; the same for the same bytes.
    ///
    /// Takes a minute at most, for most documents less than a second.
    ///
    /// @param base64 the file in Base64, of which white space and other characters are skipped
    public static PdfText of(ByteBuffer base64) {
        if (base64.remaining() > MOST_BYTES / 3 * 4) {
            return new PdfText.Nothing("is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        String hash = hash(base64.duplicate());
        PdfText known = KEPT.get(hash);
        if (known != null) {
            return known;
        }
        ONE_AT_A_TIME.lock();
        try {
            PdfText meanwhile = KEPT.get(hash);
            PdfText text = meanwhile == null ? read(base64.duplicate()) : meanwhile;
            if (!(text instanceof PdfText.Nothing nothing) || nothing.lasting()) {
                KEPT.put(hash, text);
            }
            return text;
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static PdfText read(ByteBuffer base64) {
        byte[] pdf;
        try {
            ByteBuffer decoded = Base64.getMimeDecoder().decode(base64);
            pdf = new byte[decoded.remaining()];
            decoded.get(pdf);
        } catch (IllegalArgumentException _) {
            return new PdfText.Nothing("cannot be read");
        }
        Budget budget = new Budget();
        Reading reading = new Reading(pdf, budget);
        Thread thread = Thread.ofPlatform().daemon().name("pdf-text").start(reading);
        await(thread);
        budget.stop();
        PdfText text = reading.text;
        return text == null ? PdfText.Nothing.forNow("takes too long to read") : text;
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        long end = System.nanoTime() + MOST_MILLIS * 1_000_000L;
        while (thread.isAlive() && System.nanoTime() < end) {
            try {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String hash(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What the thread does; it leaves the text behind, if it gets that far.
    private static final class Reading implements Runnable {
        private final byte[] pdf;
        private final Budget budget;
        private volatile @Nullable PdfText text;

        Reading(byte[] pdf, Budget budget) {
            this.pdf = pdf;
            this.budget = budget;
        }

        @Override
        public void run() {
            text = PdfReader.read(pdf, budget);
        }
    }
}
