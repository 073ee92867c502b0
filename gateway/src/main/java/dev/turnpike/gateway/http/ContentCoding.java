package dev.turnpike.gateway.http;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Undoes content codings: those of an upstream that answers encoded although identity was asked, and those of a
/// client.
public final class ContentCoding {
    /// A body may grow this many times when decoded, once it is larger than a megabyte.
    private static final long MAX_RATIO = 1000;

    private static final long ALWAYS_ALLOWED = 1024 * 1024;

    private static final int MOST = 3;
    private static final Set<String> KNOWN = Set.of("", "identity", "gzip", "x-gzip", "deflate", "br", "zstd");

    private ContentCoding() {}

    /// All of these codings can be undone, and there are not more of them than anybody has a use for.
    public static boolean isKnown(String codings) {
        String[] applied = codings.toLowerCase(Locale.ROOT).split(",", -1);
        return applied.length <= MOST && Stream.of(applied).allMatch(coding -> KNOWN.contains(coding.strip()));
    }

    /// The decoded body. Several codings in one header are undone from the last to the first.
    ///
    /// @throws IOException for an unknown coding
    public static InputStream decode(InputStream raw, String codings) throws IOException {
        String[] applied = codings.toLowerCase(Locale.ROOT).split(",", -1);
        InputStream decoded = raw;
        for (int i = applied.length - 1; i >= 0; i--) {
            decoded = decodeOne(decoded, applied[i].strip());
        }
        return decoded;
    }

    private static InputStream decodeOne(InputStream raw, String coding) throws IOException {
        if (coding.isEmpty() || coding.equals("identity")) {
            return raw;
        }
        Counted encoded = new Counted(raw);
        InputStream decoded = switch (coding) {
            case "gzip", "x-gzip" -> new Deferred(encoded, GZIPInputStream::new);
            case "deflate" -> new Deferred(encoded, ContentCoding::inflater);
            case "br" -> new Deferred(encoded, BrotliInputStream::new);
            case "zstd" -> new Deferred(encoded, ZstdInputStream::new);
            default -> throw new IOException("unknown content coding " + coding);
        };
        return new Bounded(decoded, encoded);
    }

    /// By the book deflate is zlib's format; some servers send the bare one.
    private static InputStream inflater(InputStream encoded) throws IOException {
        PushbackInputStream start = new PushbackInputStream(encoded, 1);
        int first = start.read();
        if (first >= 0) {
            start.unread(first);
        }
        boolean zlib = first < 0 || (first & 0x0f) == 8;
        return zlib ? new InflaterInputStream(start) : new InflaterInputStream(start, new Inflater(true));
    }

    @FunctionalInterface
    private interface Opening {
        InputStream open(InputStream encoded) throws IOException;
    }

    /// Opens a decoder at the first read: some read their header when they are made, and the first byte may be minutes
    /// away.
    private static final class Deferred extends InputStream {
        private final InputStream encoded;
        private final Opening opening;
        private InputStream decoded = InputStream.nullInputStream();
        private boolean open;

        Deferred(InputStream encoded, Opening opening) {
            this.encoded = encoded;
            this.opening = opening;
        }

        private InputStream decoded() throws IOException {
            if (!open) {
                decoded = opening.open(encoded);
                open = true;
            }
            return decoded;
        }

        @Override
        public int read() throws IOException {
            return decoded().read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return decoded().read(bytes, offset, length);
        }
    }

    /// Counts the bytes that pass.
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /// Refuses a body that grows out of all proportion.
    private static final class Bounded extends FilterInputStream {
        private final Counted encoded;
        private long count;

        Bounded(InputStream decoded, Counted encoded) {
            super(decoded);
            this.encoded = encoded;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            if (count > ALWAYS_ALLOWED && count > MAX_RATIO * encoded.count) {
                throw new IOException("the encoded body grows out of all proportion");
            }
            return read;
        }
    }
}
