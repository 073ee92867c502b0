package dev.turnpike.gateway.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One sentence out of an error body that is no JSON.
final class ErrorPage {
    private static final Pattern TITLE =
            Pattern.compile("<(title|h1)[^>]*>(.*?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int LONGEST = 500;

    private ErrorPage() {}

    static String summary(int status, String contentType, byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 64 << 10), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "the upstream answered " + status + " without a body";
        }
        String start = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
        if (contentType.contains("html") || start.startsWith("<!doctype") || start.contains("<html")) {
            return page(status, text);
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String page(int status, String html) {
        Matcher title = TITLE.matcher(html);
        while (title.find()) {
            String words = title.group(2)
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!words.isEmpty()) {
                return "the upstream answered " + status + " with a web page: " + words;
            }
        }
        return "the upstream answered " + status + " with a web page";
    }
}
