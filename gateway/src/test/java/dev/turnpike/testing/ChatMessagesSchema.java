package dev.turnpike.testing;

import static dev.turnpike.testing.ChatSchema.only;
import static dev.turnpike.testing.ChatSchema.says;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a strict chat/completions server finds wrong with `messages`: their shapes, and that behind every message with
/// calls stand the answers to them, and nothing else.
final class ChatMessagesSchema {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> problems = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final boolean openAi;

    private ChatMessagesSchema(boolean openAi) {
        this.openAi = openAi;
    }

    /// @param openAi nothing is allowed that others have added
    static List<String> problems(JsonNode messages, boolean openAi) {
        ChatMessagesSchema schema = new ChatMessagesSchema(openAi);
        schema.check(messages.isArray(), "messages that are no array");
        for (JsonNode message : messages) {
            schema.message(message);
        }
        schema.check(schema.open.isEmpty(), "calls not answered at the end: " + schema.open);
        return schema.problems;
    }

    private void message(JsonNode message) {
        String role = message.path("role").asString("");
        JsonNode content = message.path("content");
        if (!role.equals("tool")) {
            check(open.isEmpty(), "a " + role + " message before the calls are answered: " + open);
            open.clear();
        }
        switch (role) {
            case "system" -> {
                fields(message, "role", "content", "name");
                check(!content.asString("").isBlank(), "an empty system message");
            }
            case "user" -> {
                fields(message, "role", "content", "name");
                user(content);
            }
            case "assistant" -> {
                fields(message, "role", "content", "name", "refusal", "tool_calls", openAi ? "" : "reasoning_content");
                assistant(message, content);
            }
            case "tool" -> {
                fields(message, "role", "content", "tool_call_id");
                check(open.remove(message.path("tool_call_id").asString("")), "an answer that no call waits for");
                check(content.isString(), "a tool message without text");
            }
            default -> problems.add("role " + role);
        }
    }

    private void user(JsonNode content) {
        if (!content.isArray()) {
            check(!content.asString("").isBlank(), "an empty user message");
            return;
        }
        check(!content.isEmpty(), "an empty array of parts");
        for (JsonNode part : content) {
            check(isPart(part), "a part of a user message: " + part);
        }
    }

    private static boolean isPart(JsonNode part) {
        return switch (part.path("type").asString("")) {
            case "text" -> only(part, "type", "text") && says(part.path("text"));
            case "image_url" -> {
                String url = part.path("image_url").path("url").asString("");
                yield only(part, "type", "image_url")
                        && only(part.path("image_url"), "url", "detail")
                        && (url.matches("data:image/[a-z]+;base64,[A-Za-z0-9+/=]+") || url.matches("https?://.+"));
            }
            case "file" -> {
                JsonNode file = part.path("file");
                yield only(part, "type", "file")
                        && only(file, "file_data", "filename")
                        && says(file.path("filename"))
                        && file.path("file_data").asString("").startsWith("data:application/pdf;base64,");
            }
            default -> false;
        };
    }

    private void assistant(JsonNode message, JsonNode content) {
        check(message.has("content"), "an assistant without content");
        check(says(content) || message.has("tool_calls"), "an assistant that says nothing");
        check(!message.has("tool_calls") || !message.path("tool_calls").isEmpty(), "an empty list of calls");
        for (JsonNode call : message.path("tool_calls")) {
            String id = call.path("id").asString("");
            JsonNode function = call.path("function");
            check(only(call, "id", "type", "function", openAi ? "" : "extra_content"), "more in a call: " + call);
            check(only(function, "name", "arguments"), "more in a function: " + call);
            check(call.path("type").asString("").equals("function"), "a call of no function: " + call);
            check(open.add(id), "two calls of one id");
            check(ChatSchema.ID.matcher(id).matches() && (!openAi || id.length() <= 40), "a call's id: " + call);
            check(ChatSchema.NAME.matcher(function.path("name").asString("")).matches(), "a call's name: " + call);
            arguments(function.path("arguments").asString(""));
        }
    }

    private void arguments(String arguments) {
        try {
            check(JSON.readTree(arguments).isObject(), "arguments that are no object: " + arguments);
        } catch (JacksonException e) {
            problems.add("arguments that are no JSON: " + e.getMessage());
        }
    }

    private void fields(JsonNode message, String... names) {
        check(only(message, names), "more in a message than allowed: " + message.propertyNames());
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
