package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.traffic.KeyShape.Letters;
import dev.turnpike.gateway.traffic.KeyShapes.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Secrets that show by what stands around them: tokens behind `Bearer`, passwords in addresses, private
/// keys, tokens of three parts.
final class PhraseShapes {
    private static final int LEAST_TOKEN = 20;
    private static final int LEAST_BASIC = 12;
    private static final int LEAST_PART = 10;
    private static final int LEAST_LINE = 40;
    private static final int LOOKED_AT = 64;
    private static final int LONGEST_LABEL = 40;
    private static final String DASHES = "-----";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";

    private final CharSequence text;
    private final int length;
    private int noneBefore;

    PhraseShapes(CharSequence text) {
        this.text = text;
        this.length = text.length();
    }

    /// @param first what stands there: a letter or digit with which a word begins, or a sign
    @Nullable
    Secret findAt(int at, char first) {
        Secret found = switch (first) {
            case ':' -> inAddress(at);
            case '-' -> privateKey(at);
            case 'b', 'B' -> behindScheme(at);
            case 'e' -> threeParts(at);
            case 'h' -> webhook(at);
            default -> null;
        };
        return found == null && isHex(first) ? idAndSecret(at) : found;
    }

    private boolean says(int at, String words) {
        if (at + words.length() > length) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (text.charAt(at + i) != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int run(int from, Letters letters) {
        int end = from;
        while (end < length && letters.has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// A dot at its end is that of a sentence.
    private int token(int from) {
        int end = run(from, Letters.TOKEN);
        while (end > from && text.charAt(end - 1) == '.') {
            end--;
        }
        return end;
    }

    /// `Bearer` and a token, `Basic` and a name with a password.
    private @Nullable Secret behindScheme(int at) {
        boolean bearer = says(at + 1, "earer ") || says(at, "BEARER ");
        if (!bearer && !says(at + 1, "asic ")) {
            return null;
        }
        int start = at + (bearer ? "Bearer ".length() : "Basic ".length());
        int end = token(start);
        if (bearer) {
            return end - start >= LEAST_TOKEN && hasDigit(start, end)
                    ? new Secret(start, end, head(start), true)
                    : null;
        }
        return end - start >= LEAST_BASIC && isNameAndPassword(start, end) ? new Secret(start, end, 0, false) : null;
    }

    /// A short beginning up to a dash says whose token it is.
    private int head(int start) {
        for (int i = 2; i < 7 && start + i < length; i++) {
            char c = text.charAt(start + i);
            if (c == '-' || c == '_') {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isNameAndPassword(int start, int end) {
        try {
            // its beginning is enough, in whole groups
            int whole = start + Math.min(end - start, LOOKED_AT) / 4 * 4;
            byte[] decoded =
                    Base64.getDecoder().decode(text.subSequence(start, whole).toString());
            String plain = new String(decoded, StandardCharsets.UTF_8);
            return plain.indexOf(':') > 0 && plain.chars().allMatch(c -> c >= ' ');
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// JWT: two parts of JSON in base 64 and a signature.
    private @Nullable Secret threeParts(int at) {
        // what follows is the same for all that might begin in one run, and is not read for each of them
        if (at < noneBefore || !says(at, "eyJ")) {
            return null;
        }
        int first = run(at, Letters.DASHED);
        noneBefore = first;
        if (first - at < LEAST_PART || !says(first, ".eyJ")) {
            return null;
        }
        int second = run(first + 1, Letters.DASHED);
        if (second - first <= LEAST_PART || !says(second, ".")) {
            return null;
        }
        int third = run(second + 1, Letters.DASHED);
        return third - second > LEAST_PART ? new Secret(at, third, 3, true) : null;
    }

    private @Nullable Secret webhook(int at) {
        String host = "hooks.slack.com/";
        if (!says(at, host)) {
            return null;
        }
        int start = at + host.length();
        while (start < length && text.charAt(start) != '/' && Letters.PLAIN.has(text.charAt(start))) {
            start++;
        }
        int end = says(start, "/") ? token(start) : start;
        return end - start >= LEAST_TOKEN ? new Secret(start + 1, end, 0, true) : null;
    }

    /// Keys of GLM: 32 hexadecimal digits, a dot, 16 letters.
    private @Nullable Secret idAndSecret(int at) {
        int dot = at;
        while (dot < length && dot - at <= 32 && isHex(text.charAt(dot))) {
            dot++;
        }
        if (dot - at != 32 || !says(dot, ".")) {
            return null;
        }
        int end = dot + 1;
        while (end < length && end - dot <= 17 && Letters.PLAIN.has(text.charAt(end))) {
            end++;
        }
        return end - dot == 17 ? new Secret(at, end, 0, true) : null;
    }

    /// `://name:password@`, and a token in the place of the name.
    private @Nullable Secret inAddress(int at) {
        if (!says(at, "://")) {
            return null;
        }
        int start = at + 3;
        int end = start;
        int sign = -1;
        int colon = -1;
        while (end < length && "/?#\\\"'`<>{}•".indexOf(text.charAt(end)) < 0 && text.charAt(end) > ' ') {
            if (text.charAt(end) == '@') {
                sign = end;
            } else if (text.charAt(end) == ':' && colon < 0) {
                colon = end;
            }
            end++;
        }
        boolean password = colon > 0 && colon + 1 < sign;
        boolean token = sign - start >= LEAST_TOKEN && hasDigit(start, sign);
        return password || token ? new Secret(start, sign, 0, false) : null;
    }

    /// What stands in a private key, also in one whose end is missing.
    private @Nullable Secret privateKey(int at) {
        if (!says(at, BEGIN)) {
            return null;
        }
        int label = at + BEGIN.length();
        int start = label;
        while (start < length && start - label <= LONGEST_LABEL && isLabel(text.charAt(start))) {
            start++;
        }
        String name = text.subSequence(label, start).toString();
        if (!name.contains("PRIVATE KEY") || !says(start, DASHES)) {
            return null;
        }
        start += DASHES.length();
        int end = start;
        int line = 0;
        int lines = start;
        while (end < length && text.charAt(end) != '"' && !(text.charAt(end) == '-' && says(end, DASHES))) {
            line = Letters.BASE64.has(text.charAt(end)) ? line + 1 : 0;
            lines = line >= LEAST_LINE ? end + 1 : lines;
            end++;
        }
        end = says(end, END) ? end : lines;
        while (end > start && text.charAt(end - 1) == '\\') {
            end--;
        }
        return end > start && !says(start, "•") ? new Secret(start, end, 0, false) : null;
    }

    private boolean hasDigit(int from, int to) {
        for (int i = from; i < Math.min(to, from + LOOKED_AT); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isLabel(char c) {
        return c == ' ' || Letters.UPPER.has(c);
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
