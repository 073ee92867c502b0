package dev.turnpike.gateway.document;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts that were asked for last, as many as fit.
final class KeptTexts {
    private static final int ENTRY_BYTES = 256;

    private final long most;
    private final Map<String, PdfText> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// @param most how many bytes of memory they may take
    KeptTexts(long most) {
        this.most = most;
    }

    synchronized @Nullable PdfText get(String hash) {
        return texts.get(hash);
    }

    synchronized void put(String hash, PdfText text) {
        PdfText before = texts.put(hash, text);
        bytes += size(text) - (before == null ? 0 : size(before));
        Iterator<PdfText> oldest = texts.values().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(PdfText text) {
        return switch (text) {
            case PdfText.Said said -> ENTRY_BYTES + 2L * said.text().length();
            case PdfText.Nothing _ -> ENTRY_BYTES;
        };
    }
}
