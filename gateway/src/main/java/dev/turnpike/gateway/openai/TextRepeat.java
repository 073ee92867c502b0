package dev.turnpike.gateway.openai;

import dev.turnpike.gateway.bytes.Utf8;
import java.util.Arrays;

/// Knows the chunks of a stream that differ from an earlier one in their text alone.
///
/// Most of a stream is the same JSON over and over, but for a few characters. Where the bytes before and behind the
/// text are those of a chunk that was parsed, the chunk says the same, and its text can be handed on as it stands.
public final class TextRepeat {
    private static final int NOT_PLAIN = -1;
    private static final byte[] NOTHING = new byte[0];

    private byte[] before = NOTHING;
    private byte[] behind = NOTHING;
    private boolean reasoning;
    private boolean known;
    private int start;
    private int end;
    private int characters;

    public TextRepeat() {}

    /// Takes a chunk that was parsed as the pattern of those to come.
    ///
    /// @param from offset of its first byte
    /// @param to offset behind its last byte
    public void learn(TextSpan text, byte[] bytes, int from, int to) {
        before = Arrays.copyOfRange(bytes, from, text.start());
        behind = Arrays.copyOfRange(bytes, text.end(), to);
        reasoning = text.reasoning();
        known = true;
    }

    /// Whether these bytes are such a chunk. If so, the accessors tell of its text.
    public boolean matches(byte[] bytes, int from, int to) {
        start = from + before.length;
        end = to - behind.length;
        if (!known
                || start >= end
                || !Arrays.equals(bytes, from, start, before, 0, before.length)
                || !Arrays.equals(bytes, end, to, behind, 0, behind.length)) {
            return false;
        }
        characters = plain(bytes, start, end);
        return characters != NOT_PLAIN;
    }

    /// It is reasoning, not content.
    public boolean isReasoning() {
        return reasoning;
    }

    /// Offset of the text's first byte; the text is the inside of a JSON string.
    public int start() {
        return start;
    }

    /// Offset behind the text's last byte.
    public int end() {
        return end;
    }

    /// How many UTF-16 characters the text stands for.
    public int characters() {
        return characters;
    }

    /// Counts the characters of the inside of a JSON string. An escaped code unit may be half a character, and what is
    /// not valid must be looked at by somebody who can say so: neither is plain.
    private static int plain(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b >= ' ' && b != '"' && b != '\\') {
                at++;
            } else if (b == '\\') {
                if (at + 1 >= to || !isEscape(bytes[at + 1])) {
                    return NOT_PLAIN;
                }
                at += 2;
            } else {
                int length = b < 0 ? Utf8.sequence(bytes, at, to) : 0;
                if (length == 0) {
                    return NOT_PLAIN;
                }
                at += length;
                count += length == 4 ? 1 : 0;
            }
            count++;
        }
        return count;
    }

    private static boolean isEscape(byte b) {
        return b == 'n' || b == '"' || b == '\\' || b == 't' || b == '/' || b == 'r' || b == 'b' || b == 'f';
    }
}
