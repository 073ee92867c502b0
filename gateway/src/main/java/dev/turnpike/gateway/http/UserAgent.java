package dev.turnpike.gateway.http;

import java.util.Set;

/// What a program says of itself in `user-agent`.
///
/// @param text as it came, empty where there is none
public record UserAgent(String text) {
    private static final Set<String> CLAUDE_CODE = Set.of("claude-cli", "claude-code");

    /// What the fields of a request say.
    public static UserAgent of(Headers headers) {
        return new UserAgent(headers.first("user-agent").orElse(""));
    }

    /// The program, without its version; empty where it does not tell.
    public String program() {
        return text.substring(0, end("/ (", 0));
    }

    /// Its version; empty where it does not tell.
    public String version() {
        int slash = end("/ (", 0);
        return slash < text.length() && text.charAt(slash) == '/' ? text.substring(slash + 1, end(" ", slash + 1)) : "";
    }

    /// Whether Claude Code says that it is the one who asks.
    public boolean isClaudeCode() {
        return CLAUDE_CODE.contains(program());
    }

    private int end(String marks, int from) {
        int end = from;
        while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
