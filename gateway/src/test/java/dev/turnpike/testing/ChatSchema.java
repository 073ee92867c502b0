package dev.turnpike.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a strict chat/completions server answers 400 to.
public final class ChatSchema {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS =
            Set.of(("messages model frequency_penalty logit_bias max_completion_tokens max_tokens metadata n"
                            + " parallel_tool_calls presence_penalty reasoning_effort response_format seed stop store"
                            + " stream stream_options temperature tool_choice tools top_p user prompt_cache_key"
                            // of other servers
                            + " top_k")
                    .split(" ", -1));
    private static final Set<String> MESSAGE_FIELDS =
            Set.of("role", "content", "name", "tool_calls", "tool_call_id", "reasoning_content");
    private static final Pattern ID = Pattern.compile("\\S{1,40}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();

    private ChatSchema() {}

    /// What is wrong with this request, a sentence each; empty where it is right.
    public static List<String> problems(byte[] request) {
        ChatSchema schema = new ChatSchema();
        schema.request(JSON.readTree(request));
        return schema.problems;
    }

    private void request(JsonNode body) {
        body.propertyNames().forEach(name -> check(FIELDS.contains(name), "unknown field " + name));
        check(!body.path("model").asString("").isEmpty(), "no model");
        check(!body.path("messages").isEmpty(), "no messages");
        check(!body.has("stream_options") || body.path("stream").asBoolean(), "stream_options without stream");
        for (JsonNode message : body.path("messages")) {
            message(message);
        }
        check(open.isEmpty(), "calls not answered at the end: " + open);
        check(!body.has("tools") || !body.path("tools").isEmpty(), "an empty list of tools");
        check(!body.has("tool_choice") || body.has("tools"), "tool_choice without tools");
        for (JsonNode tool : body.path("tools")) {
            JsonNode function = tool.path("function");
            check(tool.path("type").asString("").equals("function"), "a tool that is no function");
            check(NAME.matcher(function.path("name").asString("")).matches(), "a tool's name: " + function);
            check(function.path("parameters").path("properties").isObject(), "a tool without properties");
        }
    }

    private void message(JsonNode message) {
        String role = message.path("role").asString("");
        JsonNode content = message.path("content");
        message.propertyNames()
                .forEach(name -> check(MESSAGE_FIELDS.contains(name), "unknown field " + name + " of a message"));
        if (!role.equals("tool")) {
            check(open.isEmpty(), "a " + role + " message before the calls are answered: " + open);
            open.clear();
        }
        switch (role) {
            case "system" -> check(!content.asString("").isBlank(), "an empty system message");
            case "user" -> user(content);
            case "assistant" -> assistant(message, content);
            case "tool" -> {
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
            part(part);
        }
    }

    private void part(JsonNode part) {
        check(part.size() == 2, "more in a part than allowed: " + part);
        switch (part.path("type").asString("")) {
            case "text" -> check(part.path("text").isString(), "a text of " + part);
            case "image_url" -> {
                String url = part.path("image_url").path("url").asString("");
                check(url.startsWith("data:image/") || url.startsWith("http"), "an image at " + url);
            }
            case "file" -> {
                JsonNode file = part.path("file");
                check(file.size() == 2 && !file.path("filename").asString("").isEmpty(), "a file of " + file);
                check(
                        file.path("file_data").asString("").startsWith("data:application/pdf;base64,"),
                        "file data of " + file);
            }
            default -> problems.add("a part of " + part);
        }
    }

    private void assistant(JsonNode message, JsonNode content) {
        check(content.isString() || message.has("tool_calls"), "an assistant that says nothing");
        check(!message.has("tool_calls") || !message.path("tool_calls").isEmpty(), "an empty list of calls");
        for (JsonNode call : message.path("tool_calls")) {
            check(open.add(call.path("id").asString("")), "two calls of one id");
            check(ID.matcher(call.path("id").asString("")).matches(), "a call's id: " + call);
            check(NAME.matcher(call.path("function").path("name").asString("")).matches(), "a call's name: " + call);
            try {
                check(
                        JSON.readTree(call.path("function").path("arguments").asString(""))
                                .isObject(),
                        "no object");
            } catch (JacksonException e) {
                problems.add("arguments that are no JSON: " + e.getMessage());
            }
        }
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
