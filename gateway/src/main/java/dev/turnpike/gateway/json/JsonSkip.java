package dev.turnpike.gateway.json;

import dev.turnpike.gateway.bytes.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds where JSON values end, eight bytes at a time where it can.
///
/// What it passes over is valid for sure: grammar, escapes and UTF-8 are checked. Whatever it does not understand is
/// left
/// to somebody who can say what is wrong with it, if anything is: the answer is then [#UNSURE].
public final class JsonSkip {
    /// No offset: a parser has to look.
    public static final int UNSURE = -1;

    private static final int DEEPEST = 200;

    /// `\\uXXXX`.
    private static final int ESCAPED_UNIT = 6;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private final byte[] bytes;
    private final int end;

    public JsonSkip(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /// Offset of the first byte from there on that is not white space; the end where there is none.
    public int space(int at) {
        int next = at;
        while (next < end && isSpace(bytes[next])) {
            next++;
        }
        return next;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /// Offset behind the value that begins there.
    public int value(int at) {
        return value(at, 0);
    }

    private int value(int at, int depth) {
        if (at >= end || depth > DEEPEST) {
            return UNSURE;
        }
        return switch (bytes[at]) {
            case '"' -> string(at);
            case '{' -> object(at, depth + 1);
            case '[' -> array(at, depth + 1);
            case 't' -> word(at, "true");
            case 'f' -> word(at, "false");
            case 'n' -> word(at, "null");
            default -> number(at);
        };
    }

    private int object(int at, int depth) {
        int next = space(at + 1);
        if (is(next, '}')) {
            return next + 1;
        }
        while (true) {
            int colon = is(next, '"') ? string(next) : UNSURE;
            colon = colon < 0 ? UNSURE : space(colon);
            if (!is(colon, ':')) {
                return UNSURE;
            }
            next = value(space(colon + 1), depth);
            next = next < 0 ? UNSURE : space(next);
            if (is(next, '}')) {
                return next + 1;
            }
            if (!is(next, ',')) {
                return UNSURE;
            }
            next = space(next + 1);
        }
    }

    private int array(int at, int depth) {
        int next = space(at + 1);
        if (is(next, ']')) {
            return next + 1;
        }
        while (true) {
            next = value(next, depth);
            next = next < 0 ? UNSURE : space(next);
            if (is(next, ']')) {
                return next + 1;
            }
            if (!is(next, ',')) {
                return UNSURE;
            }
            next = space(next + 1);
        }
    }

    /// Whether this byte stands there; nothing stands at [#UNSURE] and behind the end.
    public boolean is(int at, char wanted) {
        return at >= 0 && at < end && bytes[at] == wanted;
    }

    /// Offset behind the string whose opening quote stands there.
    public int string(int at) {
        int next = at + 1;
        while (true) {
            next = ordinary(next);
            if (next >= end) {
                return UNSURE;
            }
            byte b = bytes[next];
            if (b == '"') {
                return next + 1;
            }
            int length = b == '\\' ? escape(next) : b < 0 ? Utf8.sequence(bytes, next, end) : 0;
            if (length == 0) {
                return UNSURE;
            }
            next += length;
        }
    }

    /// Offset of the next byte that is more than itself: a quote, a backslash, a control character, a part of a longer
    /// one.
    private int ordinary(int at) {
        int next = at;
        while (next + Long.BYTES <= end) {
            long eight = (long) EIGHT.get(bytes, next);
            long quote = eight ^ QUOTES;
            long backslash = eight ^ BACKSLASHES;
            // the top bit of each byte that is one of them; above the lowest such byte it may be wrong
            long special = (((quote - ONES) & ~quote)
                            | ((backslash - ONES) & ~backslash)
                            | ((eight - SPACES) & ~eight)
                            | eight)
                    & HIGHS;
            if (special != 0) {
                return next + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            next += Long.BYTES;
        }
        while (next < end && bytes[next] >= ' ' && bytes[next] != '"' && bytes[next] != '\\') {
            next++;
        }
        return next;
    }

    private int escape(int at) {
        if (at + 1 >= end) {
            return 0;
        }
        return switch (bytes[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> unit(at);
            default -> 0;
        };
    }

    /// The length of an escaped character: one UTF-16 unit, or the two halves of a pair. Half a pair alone is for a
    /// parser
    /// to judge.
    private int unit(int at) {
        int first = hex(at);
        if (first < 0) {
            return 0;
        }
        if (!Character.isSurrogate((char) first)) {
            return ESCAPED_UNIT;
        }
        int second = is(at + 6, '\\') && is(at + 7, 'u') ? hex(at + ESCAPED_UNIT) : UNSURE;
        boolean pair = second >= 0 && Character.isSurrogatePair((char) first, (char) second);
        return pair ? 2 * ESCAPED_UNIT : 0;
    }

    /// What the escape that begins there stands for.
    private int hex(int at) {
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPED_UNIT; i++) {
            int digit = i < end ? Character.digit(bytes[i], 16) : UNSURE;
            if (digit < 0) {
                return UNSURE;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private int word(int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!is(at + i, word.charAt(i))) {
                return UNSURE;
            }
        }
        return at + word.length();
    }

    private int number(int at) {
        int next = is(at, '-') ? at + 1 : at;
        int whole = digits(next);
        if (whole == next || (bytes[next] == '0' && whole > next + 1)) {
            return UNSURE;
        }
        next = whole;
        if (is(next, '.')) {
            int fraction = digits(next + 1);
            if (fraction == next + 1) {
                return UNSURE;
            }
            next = fraction;
        }
        if (is(next, 'e') || is(next, 'E')) {
            int power = is(next + 1, '-') || is(next + 1, '+') ? next + 2 : next + 1;
            int behind = digits(power);
            return behind == power ? UNSURE : behind;
        }
        return next;
    }

    private int digits(int at) {
        int next = at;
        while (next < end && bytes[next] >= '0' && bytes[next] <= '9') {
            next++;
        }
        return next;
    }
}
