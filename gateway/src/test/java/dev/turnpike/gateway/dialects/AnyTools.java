package dev.turnpike.gateway.dialects;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tools of every kind, at random: with odd names, odd schemas, and those that a server runs.
final class AnyTools {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The draft's own words, names that look like them, what some vendor refuses, and what hardly is a schema.
    private static final List<String> SCHEMAS = List.of("""
            {"type":"object","properties":{"command":{"type":"string","description":"what"}},"required":["command"]}""", """
            {"type":"object"}""", """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"url":{"type":"string",\
            "format":"uri"},"n":{"type":["integer","null"],"exclusiveMinimum":0},"k":{"const":7},"e":{"enum":["a",null,1]}},\
            "additionalProperties":false,"propertyNames":{"pattern":"^[a-z]+$"}}""", """
            {"type":"object","properties":{"list":{"type":"array"},"deep":{"type":"object","properties":{"rows":\
            {"type":["array","null"],"minItems":1}}},"pairs":{"type":"array","prefixItems":[{"type":"number"}]}}}""", """
            {"type":"object","properties":{"type":{"type":"string"},"items":{"type":"array","items":{"$ref":"#/$defs/x"}},\
            "properties":{"type":"object","default":{"type":"array"}}},"$defs":{"x":{"type":"array"}}}""", """
            {"anyOf":[{"type":"object","properties":{"a":{"type":"array"}}},{"type":"object"}]}""", """
            {"properties":{"a":{}},"patternProperties":{"^x":{"type":"array"}},"if":{},"then":{"not":{"type":"array"}}}""", """
            {}""", """
            {"type":"object","properties":{"any":true,"none":false},"examples":[{"type":"array"}],"title":"T"}""");

    private final Choices choices;

    AnyTools(Choices choices) {
        this.choices = choices;
    }

    /// The name of a tool, of few, so that calls, choices and references meet those that are listed.
    static String name(Choices choices) {
        return choices.of(
                "Bash",
                "Read",
                "mcp__server__tool",
                "mcp__a-very-long-name-of-a-server__and-a-very-long-name-of-a-tool-of-that-server-1",
                "mcp__a-very-long-name-of-a-server__and-a-very-long-name-of-a-tool-of-that-server-2",
                "a.b/c é",
                "web_search");
    }

    void tools(ObjectNode request) {
        int count = choices.below(6);
        if (count == 0 && !choices.oneIn(3)) {
            return;
        }
        ArrayNode tools = request.putArray("tools");
        for (int i = 0; i < count; i++) {
            if (choices.oneIn(5)) {
                server(tools.addObject());
            } else {
                custom(tools.addObject());
            }
        }
    }

    private void custom(ObjectNode tool) {
        if (choices.oneIn(3)) {
            tool.put("type", "custom");
        }
        tool.put("name", choices.oneIn(12) ? "DeferredToolPlaceholder" : name(choices));
        if (!choices.oneIn(4)) {
            tool.put("description", choices.text());
        }
        tool.set("input_schema", JSON.readTree(choices.of(SCHEMAS)));
        if (choices.oneIn(6)) {
            tool.put("defer_loading", true);
        }
        if (choices.oneIn(8)) {
            tool.put("strict", true);
        }
        if (choices.oneIn(8)) {
            tool.put("eager_input_streaming", true);
        }
        if (choices.oneIn(8)) {
            tool.putArray("input_examples").addObject().put("command", choices.word());
        }
        if (choices.oneIn(8)) {
            AnyContent.mark(tool);
        }
    }

    private void server(ObjectNode tool) {
        switch (choices.below(7)) {
            case 1 -> tool.put("type", "bash_20250124").put("name", "bash");
            case 2 -> tool.put("type", "text_editor_20250728").put("name", "str_replace_based_edit_tool");
            case 3 ->
                tool.put("type", "computer_20250124")
                        .put("name", "computer")
                        .put("display_width_px", 1024)
                        .put("display_height_px", 768);
            case 4 -> tool.put("type", "code_execution_20250825").put("name", "code_execution");
            case 5 -> tool.put("type", "tool_search_tool_regex_20251119").put("name", "tool_search_tool_regex");
            case 6 -> tool.put("type", "mcp_toolset").put("mcp_server_name", choices.word());
            default ->
                tool.put("type", "web_search_20250305")
                        .put("name", "web_search")
                        .put("max_uses", 8)
                        .putArray("allowed_domains")
                        .add("example.com");
        }
    }

    void choice(ObjectNode request) {
        if (!choices.oneIn(3)) {
            return;
        }
        ObjectNode choice = request.putObject("tool_choice");
        switch (choices.below(5)) {
            case 1 -> choice.put("type", "any");
            case 2, 3 -> choice.put("type", "tool").put("name", name(choices));
            case 4 -> choice.put("type", "none");
            default -> choice.put("type", "auto");
        }
        if (choices.oneIn(3)) {
            choice.put("disable_parallel_tool_use", choices.oneIn(2));
        }
    }
}
