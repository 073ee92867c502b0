package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Bytes as lines of text that fit a screen.
///
/// @param cut there is more than these lines
record RawLines(List<String> lines, boolean cut) {
    static final int FIRST = 256 << 10;
    private static final int LONGEST = 160;

    /// The text of a body, its beginning alone unless all of it is wanted.
    static RawLines of(Body body, boolean all) {
        byte[] bytes = body.bytes();
        boolean cut = !all && bytes.length > FIRST;
        String text = new String(bytes, 0, cut ? FIRST : bytes.length, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> wrap(line.replace("\t", "    "), lines));
        return new RawLines(List.copyOf(lines), cut);
    }

    private static void wrap(String line, List<String> lines) {
        int start = 0;
        do {
            int end = Math.min(line.length(), start + LONGEST);
            // half a character is none
            if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
                end--;
            }
            lines.add(line.substring(start, end));
            start = end;
        } while (start < line.length());
    }
}
