package dev.turnpike.gateway.benchmarks;

import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Requests as Claude Code sends them in the middle of its work: system blocks, 20 tools with schemas, 60 messages.
public enum SampleRequest {
    /// About 140 kB, nearly all of it text.
    CODE_140_KB(0),
    /// The same conversation with five screenshots, 10 MB together.
    IMAGES_10_MB(5);

    private static final int TOOLS = 20;
    private static final int MESSAGES = 60;
    private static final int IMAGE_BYTES = 1_500_000;

    private final int images;

    SampleRequest(int images) {
        this.images = images;
    }

    byte[] body() {
        CodeText text = new CodeText(1);
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.put("model", "claude-sonnet-4-5-20250929");
        ArrayNode messages = request.putArray("messages");
        for (int turn = 0; turn < MESSAGES / 2; turn++) {
            user(messages.addObject().put("role", "user"), turn, turn < images, text);
            assistant(messages.addObject().put("role", "assistant"), turn, text);
        }
        system(request.putArray("system"), text);
        ArrayNode tools = request.putArray("tools");
        for (int tool = 0; tool < TOOLS; tool++) {
            tool(tools.addObject(), tool, text);
        }
        request.putObject("metadata").put("user_id", "user_" + text.letters(64) + "_session_" + text.letters(36));
        request.put("max_tokens", 32_000).put("stream", true);
        return JsonMapper.shared().writeValueAsBytes(request);
    }

    private static void user(ObjectNode message, int turn, boolean shows, CodeText text) {
        ArrayNode content = message.putArray("content");
        if (turn > 0) {
            ObjectNode result = content.addObject().put("type", "tool_result").put("tool_use_id", id(turn - 1));
            result.put("content", text.lines(1_100)).put("is_error", false);
        }
        content.addObject().put("type", "text").put("text", text.lines(200));
        if (shows) {
            content.addObject()
                    .put("type", "image")
                    .putObject("source")
                    .put("type", "base64")
                    .put("media_type", "image/png")
                    .put("data", Base64.getEncoder().encodeToString(text.bytes(IMAGE_BYTES)));
        }
    }

    private static void assistant(ObjectNode message, int turn, CodeText text) {
        ArrayNode content = message.putArray("content");
        content.addObject().put("type", "text").put("text", text.lines(150));
        ObjectNode use = content.addObject().put("type", "tool_use").put("id", id(turn));
        use.put("name", name(turn % TOOLS));
        use.putObject("input")
                .put("file_path", "/home/someone/project/src/main/File" + turn + ".java")
                .put("old_string", text.lines(300))
                .put("new_string", text.lines(300));
    }

    private static void system(ArrayNode system, CodeText text) {
        system.addObject().put("type", "text").put("text", "You are a command line agent for software engineering.");
        ObjectNode rules = system.addObject().put("type", "text").put("text", text.lines(14_000));
        rules.putObject("cache_control").put("type", "ephemeral");
    }

    private static void tool(ObjectNode tool, int number, CodeText text) {
        tool.put("name", name(number)).put("description", text.lines(1_200));
        ObjectNode schema = tool.putObject("input_schema").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (int i = 0; i < 5; i++) {
            ObjectNode property = properties.putObject("field_" + i).put("type", i == 4 ? "number" : "string");
            property.put("description", text.lines(60));
        }
        properties
                .putObject("mode")
                .put("type", "string")
                .putArray("enum")
                .add("read")
                .add("write");
        schema.putArray("required").add("field_0").add("field_1");
        schema.put("additionalProperties", false).put("$schema", "http://json-schema.org/draft-07/schema#");
    }

    private static String name(int tool) {
        return "Tool" + tool;
    }

    private static String id(int turn) {
        return "toolu_01" + (char) ('A' + turn % 26) + "5kQ2h8RrT1vWxYz" + turn;
    }
}
