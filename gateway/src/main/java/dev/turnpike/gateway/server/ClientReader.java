package dev.turnpike.gateway.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Helidon's reader of a connection, made to read bodies as they should be.
///
/// A body of a known length need not pass through it. The frame of a chunked one is read as RFC 9112 7.1 has it:
/// Helidon takes any two bytes for the end of a chunk, a sign for a part of its size, and trailers for nonsense in the
/// middle of which a next request may begin. It reads a line for a size and for the end of the last chunk alone.
final class ClientReader extends DataReader {
    private static final Pattern SIZE = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern LAST = Pattern.compile("0+");
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_TRAILERS = 100;

    private boolean last;
    private int elsewhere;

    // the factory that is to be used instead makes no subclass
    @SuppressWarnings("removal")
    ClientReader(Supplier<byte @Nullable []> source) {
        super(source);
    }

    /// So many bytes of the body were read from the socket, past this reader. Helidon is to count them and get none:
    /// it asks for what is available, reads that into a buffer, and takes the empty buffer for the end of the body.
    void readElsewhere(int bytes) {
        elsewhere = bytes;
    }

    @Override
    public void ensureAvailable() {
        if (elsewhere == 0) {
            super.ensureAvailable();
        }
    }

    @Override
    public int available() {
        return elsewhere > 0 ? elsewhere : super.available();
    }

    @Override
    public BufferData readBuffer(int length) {
        if (elsewhere == 0) {
            return super.readBuffer(length);
        }
        elsewhere -= length;
        return BufferData.empty();
    }

    /// @throws IllegalArgumentException when it is the end of a line, and is none
    @Override
    public void skip(int length) {
        if (length != 2) {
            super.skip(length);
        } else if (read() != '\r' || read() != '\n') {
            throw new IllegalArgumentException("the end of a chunk is missing");
        }
    }

    /// The size of a chunk, without its extensions; or what stands behind the last one, without the trailers.
    ///
    /// @throws IllegalArgumentException when it is no size
    @Override
    public String readLine() throws IncorrectNewLineException {
        if (last) {
            last = false;
            return withoutTrailers();
        }
        String line = line();
        int extension = line.indexOf(';');
        String size = extension < 0 ? line : line.substring(0, extension).stripTrailing();
        if (!SIZE.matcher(size).matches()) {
            throw new IllegalArgumentException("the size of a chunk is none");
        }
        last = LAST.matcher(size).matches();
        return size;
    }

    private String withoutTrailers() {
        String line = line();
        for (int i = 0; !line.isEmpty(); i++) {
            if (i == MAX_TRAILERS || line.indexOf(':') <= 0) {
                throw new IllegalArgumentException("too many trailers, or something that is none");
            }
            line = line();
        }
        return line;
    }

    private String line() {
        int end = findNewLine(MAX_LINE);
        if (end == MAX_LINE) {
            throw new IllegalArgumentException("a line of a chunk is too long");
        }
        String line = readAsciiString(end);
        skip(2);
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            throw new IllegalArgumentException("a line of a chunk holds the end of another");
        }
        return line;
    }
}
