package dev.turnpike.app.cli.panel;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a request is about: the last thing that was said to the model.
final class LastWord {
    /// Claude Code puts such blocks around what a person typed.
    private static final String REMINDER = "<system-reminder>";

    private LastWord() {}

    /// The text of the last message of the user, or the results of tools in it; empty where there is none.
    static Optional<String> of(JsonNode request) {
        JsonNode messages = request.path("messages");
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.path(i).path("role").asString("").equals("user")) {
                return inside(messages.path(i).path("content"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inside(JsonNode content) {
        if (content.isString()) {
            return said(content.asString());
        }
        Optional<String> last = Optional.empty();
        for (int i = content.size() - 1; i >= 0 && last.isEmpty(); i--) {
            JsonNode block = content.path(i);
            last = switch (block.path("type").asString("")) {
                case "text" -> said(block.path("text").asString(""));
                case "tool_result" -> Optional.of("(result of a tool) " + result(block.path("content")));
                case "image", "document" -> Optional.of("(" + block.path("type").asString("") + ")");
                default -> Optional.empty();
            };
        }
        return last;
    }

    private static Optional<String> said(String text) {
        return text.isBlank() || text.stripLeading().startsWith(REMINDER)
                ? Optional.empty()
                : Optional.of(text.strip());
    }

    private static String result(JsonNode content) {
        if (content.isString()) {
            return content.asString().strip();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(block -> text.append(block.path("text").asString("")));
        return text.toString().strip();
    }
}
