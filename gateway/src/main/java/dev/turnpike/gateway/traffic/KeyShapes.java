package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.traffic.KeyShape.Letters;
import org.jspecify.annotations.Nullable;

/// Finds what looks like a key or a password in a text, one after the other. It takes time in proportion to
/// the text, whatever stands in it.
///
/// The text may be JSON: escapes are seen as such, and what is found never holds a quote or ends in a
/// backslash.
final class KeyShapes {
    private static final String DOTS = "••••";
    private static final int LAST_SHOWN = 4;
    private static final int LONG = 16;
    private static final int LOOKED_AT = 64;
    private static final KeyShape[][] BY_FIRST = new KeyShape[128][];

    private static final int OTHER = 0;
    private static final int WORD = 1;
    private static final int SIGN = 2;
    private static final int BACKSLASH = 3;
    private static final byte[] KINDS = new byte[128];

    static {
        for (int i = 0; i < BY_FIRST.length; i++) {
            int first = i;
            BY_FIRST[i] = KeyShape.ALL.stream()
                    .filter(shape -> shape.prefix().charAt(0) == first)
                    .toArray(KeyShape[]::new);
            KINDS[i] = (byte) (Letters.NAME.has((char) i) ? WORD : OTHER);
        }
        KINDS[':'] = SIGN;
        KINDS['-'] = SIGN;
        KINDS['\\'] = BACKSLASH;
    }

    private final CharSequence text;
    private final int length;
    private final PhraseShapes phrases;
    private int at;
    /// Where a word may begin although a letter stands before it: one that a backslash escapes.
    private int behindEscape = -1;
    private Secret found = new Secret(0, 0, 0, false);

    /// A secret from `start` to just before `end`.
    ///
    /// @param head how many characters of it say only what it is
    /// @param lastShown its last characters may be shown, so that it can be told from others
    record Secret(int start, int end, int head, boolean lastShown) {}

    KeyShapes(CharSequence text) {
        this.text = text;
        this.length = text.length();
        this.phrases = new PhraseShapes(text);
    }

    /// The text with each of them masked; the same object where there is none.
    static String masked(String text) {
        KeyShapes shapes = new KeyShapes(text);
        if (!shapes.next()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        do {
            Secret secret = shapes.found;
            int head = secret.start + secret.head;
            shown.append(text, from, head).append(DOTS);
            if (secret.lastShown && secret.end - head >= LONG) {
                shown.append(text, secret.end - LAST_SHOWN, secret.end);
            }
            from = secret.end;
        } while (shapes.next());
        return shown.append(text, from, text.length()).toString();
    }

    /// Goes to the next one; false where there is no more.
    boolean next() {
        boolean inWord = at > 0 && kind(text.charAt(at - 1)) == WORD;
        while (at < length) {
            char c = text.charAt(at);
            int kind = kind(c);
            boolean begins = kind == WORD && (!inWord || at == behindEscape);
            Secret here = begins || kind == SIGN ? findAt(at, c, begins) : null;
            if (here != null) {
                found = here;
                at = here.end;
                return true;
            }
            if (kind == BACKSLASH) {
                escape();
            }
            inWord = kind == WORD;
            at++;
        }
        return false;
    }

    private static int kind(char c) {
        return c < KINDS.length ? KINDS[c] : OTHER;
    }

    int start() {
        return found.start;
    }

    /// Just behind it.
    int end() {
        return found.end;
    }

    /// Letters behind a backslash may be an escape, at whatever depth of JSON in JSON.
    private void escape() {
        if (at + 1 < length) {
            char escaped = text.charAt(at + 1);
            if ("bfnrt".indexOf(escaped) >= 0) {
                behindEscape = at + 2;
            } else if (escaped == 'u') {
                behindEscape = at + 6;
            }
        }
    }

    /// @param begins a word does
    private @Nullable Secret findAt(int from, char first, boolean begins) {
        Secret phrase = phrases.findAt(from, first);
        if (phrase != null || !begins) {
            return phrase;
        }
        for (KeyShape shape : BY_FIRST[first]) {
            int end = endOf(shape, from);
            if (end > 0) {
                return new Secret(from, end, shape.head(), true);
            }
        }
        return null;
    }

    /// Just behind a key of that shape which begins there; 0 where there is none.
    private int endOf(KeyShape shape, int from) {
        String prefix = shape.prefix();
        for (int i = 1; i < prefix.length(); i++) {
            if (from + i >= length || text.charAt(from + i) != prefix.charAt(i)) {
                return 0;
            }
        }
        int tail = from + prefix.length();
        // seen by its first letters, so that a long run in which many keys might begin is not read for each of them
        int seen = run(shape, tail, Math.min(length, tail + LOOKED_AT));
        if (shape.mixed() && !isMixed(tail, seen)) {
            return 0;
        }
        // one more than allowed is enough to see that it is something else
        int end = run(shape, seen, (int) Math.min(length, 1L + tail + shape.most()));
        return end - tail >= shape.least() && end - tail <= shape.most() ? end : 0;
    }

    private int run(KeyShape shape, int from, int stop) {
        int end = from;
        while (end < stop && shape.tail().has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isMixed(int from, int to) {
        boolean digit = false;
        boolean letter = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            letter |= Character.isLetter(c);
        }
        return digit && letter;
    }
}
