package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a line of a settings file fit to be shown: what may be secret in it shows its ends alone.
public final class Masking {
    // possessive: one that can go back takes a stack as deep as the text is long
    private static final Pattern PAIR = Pattern.compile("\"([^\"\\\\]*+)\"(\\s*+:\\s*+)\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(key|token|secret|passw|credential|auth|cookie|header|bearer).*");
    private static final Pattern SECRET_VALUE =
            Pattern.compile("(sk|pk|gh[pousr]|xox[a-z]|local|AKIA|AIza|eyJ)[-_A-Za-z0-9].*|[A-Za-z0-9+/_=-]{32,}");
    private static final Pattern IN_URL = Pattern.compile("(?<=//)[^\"]+(?=@)|(?<=\\?)[^\"]+");
    private static final Pattern PROXY_NAME = Pattern.compile("(?i)(?:https?|all)_proxy");

    private Masking() {}

    static String line(String json) {
        Matcher pair = PAIR.matcher(json);
        StringBuilder shown = new StringBuilder();
        while (pair.find()) {
            String value = value(pair.group(1), pair.group(3));
            pair.appendReplacement(
                    shown, Matcher.quoteReplacement("\"" + pair.group(1) + "\"" + pair.group(2) + "\"" + value + "\""));
        }
        return pair.appendTail(shown).toString();
    }

    /// The value of that name; secrets show their ends alone.
    public static String value(String name, String value) {
        if (PROXY_NAME.matcher(name).matches()) {
            return proxy(value);
        }
        boolean secret = SECRET_NAME.matcher(name).matches()
                || SECRET_VALUE.matcher(value).matches();
        if (secret && !isPlain(value)) {
            return Secrets.masked(value);
        }
        return value.contains("://") ? IN_URL.matcher(value).replaceAll("…") : value;
    }

    /// Who asks a proxy may stand before the last `@`, with a scheme or without one.
    private static String proxy(String value) {
        int scheme = value.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + "://".length();
        int at = value.lastIndexOf('@');
        String host = at < start ? value.substring(start) : "…" + value.substring(at);
        return value.substring(0, start) + host;
    }

    /// Words that say nothing about anybody.
    private static boolean isPlain(String value) {
        return value.isEmpty() || value.matches("true|false|[0-9]{1,6}");
    }
}
