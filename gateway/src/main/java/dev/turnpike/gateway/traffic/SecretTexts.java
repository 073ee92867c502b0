package dev.turnpike.gateway.traffic;

import java.nio.charset.StandardCharsets;

/// The values that carry credentials by their name in a text of any form: `"api_key": "…"`, `password=…`,
/// `authorization: Bearer …`, queries, quoted JSON, lines of an error page.
///
/// A value behind an equals sign or in quotes always goes; after a bare colon only what does not look like
/// a word, since sentences have colons too.
final class SecretTexts {
    private static final int LONGEST_NAME = 64;
    private static final int SURELY_NO_WORD = 20;
    private static final String ENDS_BARE = "\"'`\\&,;<>{}[]()";

    private final byte[] in;
    private final int from;
    private final int to;
    private final Overwriting out;

    private SecretTexts(int from, int to, Overwriting out) {
        this.in = out.original();
        this.from = from;
        this.to = to;
        this.out = out;
    }

    static void hide(int from, int to, Overwriting out) {
        new SecretTexts(from, to, out).all();
    }

    /// Whether a name of a credential may stand there, as a quoted one of an object.
    static boolean names(byte[] in, int from, int to) {
        SecretTexts texts = new SecretTexts(from, to, new Overwriting(in));
        for (int at = from; at < to; at++) {
            if (in[at] == ':' && texts.namedBefore(at)) {
                return true;
            }
        }
        return false;
    }

    private void all() {
        int at = from;
        while (at < to) {
            boolean sign = in[at] == ':' || in[at] == '=';
            at = sign && namedBefore(at) ? value(at) : at + 1;
        }
    }

    private boolean namedBefore(int sign) {
        int end = sign;
        while (end > from && isBlank(in[end - 1])) {
            end--;
        }
        if (end > from && isQuote(in[end - 1])) {
            end--;
            while (end > from && in[end - 1] == '\\') {
                end--;
            }
        }
        int start = end;
        while (start > from && end - start <= LONGEST_NAME && isName(in[start - 1])) {
            start--;
        }
        return start < end && SecretNames.has(in, start, end);
    }

    /// Hides the value behind a sign; the answer is where to go on.
    private int value(int sign) {
        int start = sign + 1;
        while (start < to && (isBlank(in[start]) || in[start] == '\\')) {
            start++;
        }
        if (start < to && isQuote(in[start])) {
            return quoted(start);
        }
        int value = afterScheme(start);
        int end = value;
        while (end < to && isBare(in[end])) {
            end++;
        }
        if (in[sign] == '=' || value > start || !isWord(value, end)) {
            out.hide(value, end);
        }
        return Math.max(end, sign + 1);
    }

    private int quoted(int quote) {
        int slashes = slashesBefore(quote);
        int end = quote + 1;
        while (end < to && in[end] != '\n' && in[end] != '\r' && !closes(end, in[quote], slashes)) {
            end++;
        }
        boolean closed = end < to && in[end] == in[quote];
        out.hide(quote + 1, closed ? end - slashes : end);
        return end;
    }

    /// In JSON that is quoted once more, a quote has a backslash before it, and one inside a value has three.
    private boolean closes(int at, byte quote, int slashes) {
        return in[at] == quote && (slashesBefore(at) - slashes) % (2 * (slashes + 1)) == 0;
    }

    private int slashesBefore(int at) {
        int first = at;
        while (first > from && in[first - 1] == '\\') {
            first--;
        }
        return at - first;
    }

    /// Behind `Bearer` and the like.
    private int afterScheme(int start) {
        int end = start;
        while (end < to && isLetter(in[end])) {
            end++;
        }
        String scheme = end - start > 6 ? "" : new String(in, start, end - start, StandardCharsets.ISO_8859_1);
        boolean known = scheme.equalsIgnoreCase("bearer")
                || scheme.equalsIgnoreCase("basic")
                || scheme.equalsIgnoreCase("token");
        if (!known || end == to || in[end] != ' ') {
            return start;
        }
        while (end < to && in[end] == ' ') {
            end++;
        }
        return end;
    }

    private boolean isWord(int start, int end) {
        for (int i = start; i < end; i++) {
            if (in[i] >= '0' && in[i] <= '9') {
                return false;
            }
        }
        return end - start < SURELY_NO_WORD;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isQuote(byte b) {
        return b == '"' || b == '\'' || b == '`';
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private static boolean isName(byte b) {
        return isLetter(b) || (b >= '0' && b <= '9') || b == '_' || b == '-' || b == '.';
    }

    private static boolean isBare(byte b) {
        boolean visible = b > ' ' || b < 0;
        return visible && ENDS_BARE.indexOf((char) (b & 0xFF)) < 0;
    }
}
