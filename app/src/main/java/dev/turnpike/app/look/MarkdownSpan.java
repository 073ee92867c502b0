package dev.turnpike.app.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of a line of Markdown.
///
/// @param kind what it is
/// @param strong it is bold
/// @param address where it leads, of a link
record MarkdownSpan(String text, Kind kind, boolean strong, Optional<WebAddress> address) {
    // what is open is looked for no further than a paragraph is long
    private static final Pattern SPAN =
            Pattern.compile("(?<ticks>`{1,2})(?!`)(?<code>[^\\n]{1,2000}?)(?<!`)\\k<ticks>(?!`)"
                    + "|!?\\[(?<label>[^\\]\\n]{0,1000})]\\((?<to>[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*){0,9})(?: +\"[^\"\\n]*\")?\\)"
                    + "|<(?<auto>https?://[^\\s<>]+)>"
                    + "|(?<bare>\\bhttps?://[^\\s<>\"'`*\\]|]+)"
                    + "|\\*\\*(?=\\S)(?<strong>[^\\n]{1,2000}?)(?<=\\S)\\*\\*"
                    + "|(?<!\\w)__(?=\\S)(?<under>[^\\n]{1,2000}?)(?<=\\S)__(?!\\w)"
                    + "|(?<![\\w*])\\*(?=[^\\s*])(?<star>[^*\\n]{1,2000}?)(?<=[^\\s*])\\*(?![\\w*])"
                    + "|(?<!\\w)_(?=[^\\s_])(?<em>[^_\\n]{1,2000}?)(?<=\\S)_(?!\\w)"
                    + "|~~(?=\\S)(?<gone>[^~\\n]{1,2000}?)~~");
    private static final int LONGEST = 20_000;
    private static final Pattern TAIL = Pattern.compile("[.,;:!?)]+$");

    enum Kind {
        TEXT,
        CODE,
        EMPHASIS,
        GONE,
        LINK
    }

    /// The pieces of a line or paragraph. What is not understood stays as it was written.
    static List<MarkdownSpan> of(String text) {
        List<MarkdownSpan> spans = new ArrayList<>();
        if (text.length() > LONGEST) {
            spans.add(new MarkdownSpan(text, Kind.TEXT, false, Optional.empty()));
        } else {
            read(text, false, spans);
        }
        return spans;
    }

    private static void read(String text, boolean strong, List<MarkdownSpan> spans) {
        Matcher found = SPAN.matcher(text);
        int from = 0;
        while (found.find()) {
            add(text.substring(from, found.start()), Kind.TEXT, strong, spans);
            from = found.end();
            if (found.group("code") != null) {
                add(found.group("code"), Kind.CODE, strong, spans);
            } else if (found.group("label") != null) {
                link(found.group("label"), found.group("to"), strong, spans);
            } else if (found.group("auto") != null) {
                link(found.group("auto"), found.group("auto"), strong, spans);
            } else if (found.group("bare") != null) {
                from -= bare(found.group("bare"), strong, spans);
            } else if (found.group("strong") != null) {
                read(found.group("strong"), true, spans);
            } else if (found.group("under") != null) {
                read(found.group("under"), true, spans);
            } else if (found.group("gone") != null) {
                add(found.group("gone"), Kind.GONE, strong, spans);
            } else {
                String words = found.group("star") == null ? found.group("em") : found.group("star");
                add(words, Kind.EMPHASIS, strong, spans);
            }
        }
        add(text.substring(from), Kind.TEXT, strong, spans);
    }

    /// Where it leads is said in any case: as a link, or behind the words.
    private static void link(String label, String to, boolean strong, List<MarkdownSpan> spans) {
        Optional<WebAddress> address = WebAddress.of(to);
        String words = label.isEmpty() ? to : label;
        if (address.isPresent()) {
            spans.add(new MarkdownSpan(words, Kind.LINK, strong, address));
        } else {
            add(words.equals(to) || to.isEmpty() ? words : words + " (" + to + ")", Kind.TEXT, strong, spans);
        }
    }

    /// An address that stands in a sentence does not end with the sentence's own marks.
    ///
    /// @return how many characters do not belong to it
    private static int bare(String text, boolean strong, List<MarkdownSpan> spans) {
        Matcher tail = TAIL.matcher(text);
        int end = tail.find() ? tail.start() : text.length();
        if (text.length() > end
                && text.charAt(end) == ')'
                && text.substring(0, end).contains("(")) {
            end++;
        }
        link("", text.substring(0, end), strong, spans);
        return text.length() - end;
    }

    private static void add(String text, Kind kind, boolean strong, List<MarkdownSpan> spans) {
        if (!text.isEmpty()) {
            spans.add(new MarkdownSpan(text, kind, strong, Optional.empty()));
        }
    }
}
