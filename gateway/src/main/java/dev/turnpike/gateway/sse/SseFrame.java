package dev.turnpike.gateway.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the lines of one whole frame.
///
/// A frame whose data is one line, as nearly all are, is told by offsets alone; where there are more, they are joined
/// in bytes of their own.
final class SseFrame {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int start;
    private final int end;
    private String name;
    private int dataStart;
    private int dataEnd;
    private int dataLines;
    private @Nullable ByteArrayOutputStream joined;

    private SseFrame(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.name = "";
    }

    /// The event in a frame; null where it has no data.
    ///
    /// @param usual a name that is likely, so that it need not be made again
    static @Nullable SseEvent event(byte[] bytes, int start, int end, String usual) {
        SseFrame reading = new SseFrame(bytes, start, end);
        reading.lines(usual);
        return reading.event();
    }

    private @Nullable SseEvent event() {
        if (dataLines == 0) {
            return null;
        }
        if (joined == null) {
            return new SseEvent(name, bytes, start, end, bytes, dataStart, dataEnd);
        }
        byte[] data = joined.toByteArray();
        return new SseEvent(name, bytes, start, end, data, 0, data.length);
    }

    private void lines(String usual) {
        int lineStart = start;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                if (i > lineStart) {
                    line(lineStart, i, usual);
                }
                lineStart = i + 1;
            }
        }
    }

    private void line(int from, int to, String usual) {
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(to, colon + 1);
        if (value < to && bytes[value] == ' ') {
            value++;
        }
        if (Arrays.equals(bytes, from, colon, DATA, 0, DATA.length)) {
            data(value, to);
        } else if (Arrays.equals(bytes, from, colon, EVENT, 0, EVENT.length)) {
            name = isText(value, to, usual) ? usual : new String(bytes, value, to - value, StandardCharsets.UTF_8);
        }
    }

    private void data(int from, int to) {
        dataLines++;
        if (dataLines == 1) {
            dataStart = from;
            dataEnd = to;
            return;
        }
        if (joined == null) {
            joined = new ByteArrayOutputStream();
            joined.write(bytes, dataStart, dataEnd - dataStart);
        }
        joined.write('\n');
        joined.write(bytes, from, to - from);
    }

    private boolean isText(int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
