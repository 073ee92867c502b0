package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.RequestOutline.MessageOutline;
import java.util.ArrayList;
import java.util.List;

/// What the user's side says in the messages behind the last one of the model: words, and results of tools.
final class FreshContent {
    private final List<Result> results = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    /// A result of a tool.
    ///
    /// @param text its first text
    /// @param bytes of its content
    record Result(String callId, String text, boolean failed, int bytes) {}

    static FreshContent of(List<MessageOutline> messages) {
        FreshContent fresh = new FreshContent();
        messages.stream().filter(MessageOutline::isUser).forEach(message -> fresh.read(message.content()));
        return fresh;
    }

    private void read(RawJson content) {
        try (JsonCursor in = JsonCursor.over(content)) {
            if (in.isString()) {
                say(in.string());
            } else if (in.enterArray()) {
                while (in.element()) {
                    block(in);
                }
            }
        }
    }

    private void block(JsonCursor in) {
        String type = "";
        String text = "";
        String id = "";
        String told = "";
        boolean failed = false;
        int bytes = 0;
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> type = in.string();
                    case "text" -> text = in.string();
                    case "tool_use_id" -> id = in.string();
                    case "is_error" -> failed = in.truth();
                    case "content" -> {
                        RawJson content = in.raw();
                        told = firstText(content);
                        bytes = content.length();
                    }
                    default -> in.skip();
                }
            }
        }
        if (type.equals("tool_result")) {
            results.add(new Result(id, told, failed, bytes));
        } else if (type.equals("text")) {
            say(text);
        }
    }

    private static String firstText(RawJson content) {
        try (JsonCursor in = JsonCursor.over(content)) {
            if (in.isString()) {
                return in.string();
            }
            String first = "";
            if (in.enterArray()) {
                while (in.element()) {
                    String text = in.isObject() ? in.raw().stringAt("text") : in.string();
                    first = first.isEmpty() ? text : first;
                }
            }
            return first;
        }
    }

    private void say(String text) {
        words.append(words.isEmpty() ? "" : "\n").append(text);
    }

    List<Result> results() {
        return results;
    }

    /// All words, with what the agent put between them.
    String words() {
        return words.toString();
    }
}
