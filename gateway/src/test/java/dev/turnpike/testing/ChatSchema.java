package dev.turnpike.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a strict chat/completions server answers 400 to: everything that OpenAI's published schema of a request does
/// not allow, and what its models of that name refuse.
public final class ChatSchema {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Of the schema, without what is deprecated, what belongs to sound, and what no translation has a use for; behind
    /// them what other servers take.
    private static final Set<String> FIELDS =
            Set.of(("messages model frequency_penalty logit_bias max_completion_tokens max_tokens metadata n"
                            + " parallel_tool_calls presence_penalty prompt_cache_key reasoning_effort response_format"
                            + " safety_identifier seed service_tier stop store stream stream_options temperature"
                            + " tool_choice tools top_p user verbosity web_search_options top_k")
                    .split(" ", -1));
    private static final Set<String> EFFORTS = Set.of("none", "minimal", "low", "medium", "high", "xhigh");
    static final Pattern ID = Pattern.compile("\\S{1,64}");
    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private static final Pattern OPENAI = Pattern.compile("(?:gpt-(?!oss)|chatgpt-|o[1-9](?:-|$)).*");

    /// They draw their tokens as they like, and have another name for their limit.
    private static final Pattern REASONING = Pattern.compile("(?:^|/)(?:gpt-5(?!.*-chat)|o[1-9](?:-|$)).*");

    private static final int MOST_TOOLS = 128;

    private final List<String> problems = new ArrayList<>();

    private ChatSchema() {}

    /// What is wrong with this request, a sentence each; empty where it is right.
    public static List<String> problems(byte[] request) {
        ChatSchema schema = new ChatSchema();
        schema.request(JSON.readTree(request));
        return schema.problems;
    }

    private void request(JsonNode body) {
        body.propertyNames().forEach(name -> check(FIELDS.contains(name), "unknown field " + name));
        boolean openAi = OPENAI.matcher(body.path("model").asString("")).matches();
        check(!openAi || !body.has("top_k"), "top_k for OpenAI");
        check(!body.path("model").asString("").isEmpty(), "no model");
        check(!body.path("messages").isEmpty(), "no messages");
        problems.addAll(ChatMessagesSchema.problems(body.path("messages"), openAi));
        field(body, "stream", JsonNode::isBoolean);
        field(body, "parallel_tool_calls", JsonNode::isBoolean);
        check(!body.has("stream_options") || body.path("stream").asBoolean(), "stream_options without stream");
        field(body, "stream_options", o -> only(o, "include_usage", "include_obfuscation"));
        field(body, "max_tokens", l -> l.isIntegralNumber() && l.longValue() > 0);
        field(body, "max_completion_tokens", l -> l.isIntegralNumber() && l.longValue() > 0);
        field(body, "temperature", t -> t.isNumber() && t.doubleValue() >= 0 && t.doubleValue() <= 2);
        field(body, "top_p", p -> p.isNumber() && p.doubleValue() >= 0 && p.doubleValue() <= 1);
        field(body, "stop", s -> s.isArray() && !s.isEmpty() && s.size() <= 4 && all(s, ChatSchema::says));
        field(body, "reasoning_effort", e -> EFFORTS.contains(e.asString("")));
        field(body, "user", ChatSchema::says);
        field(body, "prompt_cache_key", k -> says(k) && k.asString().length() <= 64);
        field(body, "safety_identifier", i -> says(i) && i.asString().length() <= 64);
        field(body, "response_format", ChatSchema::isFormat);
        tools(body);
        model(body, openAi);
    }

    private void tools(JsonNode body) {
        check(!body.has("tools") || !body.path("tools").isEmpty(), "an empty list of tools");
        check(body.path("tools").size() <= MOST_TOOLS, "more tools than " + MOST_TOOLS);
        check(!body.has("tool_choice") || body.has("tools"), "tool_choice without tools");
        check(!body.has("parallel_tool_calls") || body.has("tools"), "parallel_tool_calls without tools");
        List<String> names = new ArrayList<>();
        for (JsonNode tool : body.path("tools")) {
            JsonNode function = tool.path("function");
            String name = function.path("name").asString("");
            check(only(tool, "type", "function"), "more in a tool than allowed: " + tool);
            check(tool.path("type").asString("").equals("function"), "a tool that is no function");
            check(only(function, "name", "description", "parameters", "strict"), "more in a function: " + function);
            check(NAME.matcher(name).matches(), "a tool's name: " + function);
            check(!names.contains(name), "two tools of one name: " + name);
            names.add(name);
            field(function, "description", JsonNode::isString);
            field(function, "strict", JsonNode::isBoolean);
            check(function.path("parameters").path("properties").isObject(), "a tool without properties");
            check(function.path("parameters").path("type").asString("").equals("object"), "a tool without a type");
            items(function.path("parameters"));
        }
        field(body, "tool_choice", c -> isChoice(c, names));
    }

    /// OpenAI refuses an array that does not say what its items are.
    private void items(JsonNode schema) {
        JsonNode type = schema.path("type");
        boolean isArray = type.asString("").equals("array")
                || (type.isArray()
                        && type.valueStream().anyMatch(t -> t.asString("").equals("array")));
        check(!isArray || schema.has("items") || schema.has("prefixItems"), "an array without items: " + schema);
        for (JsonNode property : schema.path("properties")) {
            items(property);
        }
        items(schema, "items");
    }

    private void items(JsonNode schema, String name) {
        if (schema.has(name)) {
            items(schema.path(name));
        }
    }

    private static boolean isChoice(JsonNode choice, List<String> tools) {
        if (choice.isString()) {
            return Set.of("auto", "none", "required").contains(choice.asString());
        }
        return only(choice, "type", "function")
                && choice.path("type").asString("").equals("function")
                && only(choice.path("function"), "name")
                && tools.contains(choice.path("function").path("name").asString(""));
    }

    private static boolean isFormat(JsonNode format) {
        JsonNode schema = format.path("json_schema");
        return switch (format.path("type").asString("")) {
            case "text", "json_object" -> only(format, "type");
            case "json_schema" ->
                only(format, "type", "json_schema")
                        && only(schema, "name", "description", "schema", "strict")
                        && NAME.matcher(schema.path("name").asString("")).matches()
                        && schema.path("schema").isObject();
            default -> false;
        };
    }

    private void model(JsonNode body, boolean openAi) {
        check(!body.has("max_tokens") || !body.has("max_completion_tokens"), "two limits");
        if (REASONING.matcher(body.path("model").asString("")).matches()) {
            for (String refused : List.of("max_tokens", "temperature", "top_p", "stop")) {
                check(!body.has(refused), refused + " for a model that refuses it");
            }
        } else {
            check(!openAi || !body.has("reasoning_effort"), "an effort for a model that has none");
        }
    }

    static boolean says(JsonNode text) {
        return !text.asString("").isEmpty();
    }

    /// An object with these fields and no others; none of them need be there.
    static boolean only(JsonNode object, String... names) {
        return object.isObject() && Set.of(names).containsAll(object.propertyNames());
    }

    private static boolean all(JsonNode array, Predicate<JsonNode> right) {
        return array.valueStream().allMatch(right);
    }

    private void field(JsonNode object, String name, Predicate<JsonNode> right) {
        check(!object.has(name) || right.test(object.path(name)), name + ": " + object.path(name));
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
