package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/// The lines of one head as they come from the wire, 64 KiB of them at most, and none that another reader could
/// understand differently.
final class HeadLines implements SessionInputBuffer {
    private static final int MAX_BYTES = 64 * 1024;

    private final SessionInputBuffer wire;
    private final long before;
    private int bytes;
    private int lines;

    HeadLines(SessionInputBuffer wire) {
        this.wire = wire;
        this.before = wire.getMetrics().getBytesTransferred();
    }

    /// Something of the head has come.
    boolean begun() {
        return wire.getMetrics().getBytesTransferred() > before;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
        int begin = line.length();
        int count = wire.readLine(line, in);
        if (count < 0 && lines > 0) {
            throw new ConnectionClosedException("the connection ended in the middle of a head");
        }
        lines++;
        bytes += Math.max(0, count);
        if (bytes > MAX_BYTES) {
            throw new MessageConstraintException("the head is longer than 64 KiB");
        }
        check(line, begin);
        return count;
    }

    private void check(CharArrayBuffer line, int begin) throws IOException {
        for (int i = begin; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\r' || c == 0) {
                throw new IOException("a control character in a header");
            }
        }
        // a later line would continue the field before it; here some take it for a field, and some for nothing
        boolean indented = line.length() > begin && line.charAt(begin) <= ' ';
        if (lines == 2 && indented) {
            throw new IOException("the first header is indented");
        }
    }

    @Override
    public int length() {
        return wire.length();
    }

    @Override
    public int capacity() {
        return wire.capacity();
    }

    @Override
    public int available() {
        return wire.available();
    }

    @Override
    public int read(byte[] target, int offset, int length, InputStream in) throws IOException {
        return wire.read(target, offset, length, in);
    }

    @Override
    public int read(byte[] target, InputStream in) throws IOException {
        return wire.read(target, in);
    }

    @Override
    public int read(InputStream in) throws IOException {
        return wire.read(in);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return wire.getMetrics();
    }
}
