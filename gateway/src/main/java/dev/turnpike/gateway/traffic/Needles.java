package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.http.Credentials;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The credentials of one exchange in all spellings in which a server, or the conversation, may repeat
/// them: as they are, and escaped or encoded as JSON, URL, HTML or Base64.
final class Needles {
    private static final int SHORTEST = 8;

    /// Versions and names of betas, which channels send along and which are everywhere.
    private static final Pattern VERSIONS = Pattern.compile("([a-z0-9.]+-){0,8}20[0-9]{2}-[0-9]{2}-[0-9]{2}(-[a-z]+)?"
            + "(, ?([a-z0-9.]+-){0,8}20[0-9]{2}-[0-9]{2}-[0-9]{2})*");

    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9_.-]*+");

    /// What can stand inside a string of JSON.
    private static final Pattern JSON_TEXT = Pattern.compile("([^\\\\\"]++|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+");

    private static final int MOST_READY = 16;

    private static final Map<Credentials, Ready> READY = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Credentials, Ready> eldest) {
            return size() > MOST_READY;
        }
    };

    private Needles() {}

    /// What is searched for, ready to be: making it takes longer than to look through most bodies, and the same few
    /// credentials come again and again.
    private record Ready(Optional<ManyNeedles> inJson, Optional<ManyNeedles> inText, int longest) {
        static Ready of(Credentials credentials) {
            Set<String> spellings = spellings(credentials);
            return new Ready(
                    needles(spellings.stream()
                            .filter(spelling -> JSON_TEXT.matcher(spelling).matches())),
                    needles(spellings.stream()),
                    spellings.stream()
                            .mapToInt(spelling -> spelling.getBytes(StandardCharsets.UTF_8).length)
                            .max()
                            .orElse(1));
        }

        private static Optional<ManyNeedles> needles(Stream<String> spellings) {
            List<byte[]> needles = spellings
                    .map(spelling -> spelling.getBytes(StandardCharsets.UTF_8))
                    .toList();
            return needles.isEmpty() ? Optional.empty() : Optional.of(new ManyNeedles(needles));
        }
    }

    /// Hides them all.
    ///
    /// @param json what is searched is JSON, where a quote or a backslash never stands for itself
    static void hide(Credentials credentials, boolean json, Overwriting out) {
        if (credentials.values().isEmpty()) {
            return;
        }
        Ready ready = ready(credentials);
        (json ? ready.inJson() : ready.inText()).ifPresent(needles -> needles.each(out.original(), out::hide));
    }

    /// Of how many bytes the longest one is; at least one.
    static int longest(Credentials credentials) {
        return ready(credentials).longest();
    }

    private static Ready ready(Credentials credentials) {
        synchronized (READY) {
            return READY.computeIfAbsent(credentials, Ready::of);
        }
    }

    /// All spellings of all values that are long enough, and no mere version.
    static Set<String> spellings(Credentials credentials) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String value : credentials.values()) {
            String secret = value.strip();
            if (secret.length() >= SHORTEST && !VERSIONS.matcher(secret).matches()) {
                for (String form : forms(secret)) {
                    escaped(form, spellings);
                    for (String coded : base64(form.getBytes(StandardCharsets.UTF_8))) {
                        escaped(coded, spellings);
                    }
                }
            }
        }
        spellings.removeIf(spelling -> spelling.length() < SHORTEST);
        return spellings;
    }

    /// The secret, and what it is when it is decoded: a part of a query, or a name and a password.
    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        try {
            forms.add(URLDecoder.decode(secret.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            // it holds a percent sign of its own
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon >= 0 && decoded.chars().allMatch(c -> c >= ' ' && c < 0xFFFD)) {
                forms.add(decoded);
                forms.add(decoded.substring(colon + 1));
            }
        } catch (IllegalArgumentException _) {
            // not encoded at all
        }
        return forms;
    }

    private static void escaped(String form, Set<String> into) {
        into.add(form);
        if (UNRESERVED.matcher(form).matches()) {
            // nobody has a reason to write it in another way
            return;
        }
        String json = form.replace("\\", "\\\\").replace("\"", "\\\"");
        for (String text : List.of(json, json.replace("/", "\\/"))) {
            into.add(text);
            // JSON that an aggregator quotes in its own
            into.add(text.replace("\\", "\\\\").replace("\"", "\\\""));
            for (String letters : List.of("<>&", "<>&'", "")) {
                into.add(codes(text, letters, '~', "\\u%04x"));
                into.add(codes(text, letters, '~', "\\u%04X"));
                into.add(codes(text, letters, Character.MAX_VALUE, "\\u%04x"));
                into.add(codes(text, letters, Character.MAX_VALUE, "\\u%04X"));
            }
        }
        encoded(form, into);
        into.add(form.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    /// As encoders write it that keep to ASCII, or that fear for HTML.
    ///
    /// @param letters that get a code
    /// @param last all characters behind it get one as well
    private static String codes(String json, String letters, char last, String code) {
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > last || letters.indexOf(c) >= 0) {
                text.append(String.format(code, (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /// Encoders differ in what they leave as it is.
    private static void encoded(String form, Set<String> into) {
        String ofForm = URLEncoder.encode(form, StandardCharsets.UTF_8);
        String url = ofForm.replace("+", "%20").replace("*", "%2A");
        String script = url.replace("%7E", "~")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%2A", "*");
        for (String text : List.of(ofForm, url, url.replace("%7E", "~"), script, script.replace("%2F", "/"))) {
            into.add(text);
            into.add(lowerHex(text));
        }
    }

    private static String lowerHex(String url) {
        StringBuilder text = new StringBuilder(url);
        for (int i = url.indexOf('%'); i >= 0; i = url.indexOf('%', i + 1)) {
            for (int digit = i + 1; digit < i + 3; digit++) {
                text.setCharAt(digit, Character.toLowerCase(url.charAt(digit)));
            }
        }
        return text.toString();
    }

    /// What of it is the same in every text that holds it and is then encoded: its place among groups of
    /// three bytes decides the letters, and the first and last of them also hold its neighbours.
    private static List<String> base64(byte[] secret) {
        List<String> coded = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] placed = new byte[before + secret.length];
            System.arraycopy(secret, 0, placed, before, secret.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(placed);
            int from = before == 0 ? 0 : before + 1;
            int to = placed.length * 8 / 6;
            String middle = text.substring(Math.min(from, to), to);
            coded.add(middle);
            coded.add(middle.replace('+', '-').replace('/', '_'));
        }
        return coded;
    }
}
