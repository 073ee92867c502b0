package dev.turnpike.gateway.traffic.filter;

/// One way to go on with a filter.
///
/// @param start the first character that is replaced, counted from 0
/// @param end behind the last one
/// @param replacement what comes there; a key ends with its colon, and a value should follow
/// @param description what it means, a few words
public record Suggestion(int start, int end, String replacement, String description) {
    /// The text after it is taken.
    public String applied(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    /// Where the caret belongs then.
    public int caret() {
        return start + replacement.length();
    }
}
