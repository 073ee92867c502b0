package dev.turnpike.gateway.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One event of an event stream, as a view on the bytes it came in. Who keeps it beyond the call that hands it on takes
/// copies.
///
/// @param name what its `event:` line said, empty without one
/// @param frameBytes holds the bytes it came in, verbatim, from `frameStart` to `frameEnd`, with the empty line that
/// ends it
/// @param dataBytes holds its `data:` lines, joined by LF, from `dataStart` to `dataEnd`
public record SseEvent(
        String name, byte[] frameBytes, int frameStart, int frameEnd, byte[] dataBytes, int dataStart, int dataEnd) {
    /// A copy of its data.
    public byte[] data() {
        return Arrays.copyOfRange(dataBytes, dataStart, dataEnd);
    }

    /// A copy of the bytes it came in.
    public byte[] frame() {
        return Arrays.copyOfRange(frameBytes, frameStart, frameEnd);
    }

    /// Its data as text.
    public String text() {
        return new String(dataBytes, dataStart, dataEnd - dataStart, StandardCharsets.UTF_8);
    }

    /// Whether its data is this word, white space around it aside.
    public boolean says(byte[] word) {
        int from = dataStart;
        int to = dataEnd;
        while (from < to && isSpace(dataBytes[from])) {
            from++;
        }
        while (from < to && isSpace(dataBytes[to - 1])) {
            to--;
        }
        return Arrays.equals(dataBytes, from, to, word, 0, word.length);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /// Appends the bytes it came in.
    public void writeFrame(ByteArrayOutputStream out) {
        out.write(frameBytes, frameStart, frameEnd - frameStart);
    }
}
