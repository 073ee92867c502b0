package dev.turnpike.testing;

import dev.turnpike.gateway.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A request as Claude Code sends it: billing line, system prompt with the folder, tools, the whole history.
public final class ClaudeRequest {
    private final JsonMapper json = JsonMapper.shared();
    private final ObjectNode body = json.createObjectNode();
    private final ArrayNode messages = json.createArrayNode();
    private final List<String> headers = new ArrayList<>();
    private final String session;

    private ClaudeRequest(String model, String session) {
        this.session = session;
        body.put("model", model).put("max_tokens", 32000).put("stream", true);
        headers.addAll(List.of("User-Agent", "claude-cli/2.1.329 (external, cli)"));
        headers.addAll(List.of("X-Claude-Code-Session-Id", session));
    }

    /// A turn of the main agent in that folder.
    public static ClaudeRequest main(String model, String session, String folder) {
        ClaudeRequest request = new ClaudeRequest(model, session);
        request.system("x-anthropic-billing-header: cc_version=2.1.329.87c; cc_entrypoint=cli;", folder);
        request.body.set("thinking", request.json.createObjectNode().put("type", "adaptive"));
        return request.tools("Agent", "Bash", "Edit", "Grep", "Read", "Write");
    }

    /// A turn of a sub-agent.
    public static ClaudeRequest subAgent(String model, String session, String folder) {
        ClaudeRequest request = new ClaudeRequest(model, session);
        request.headers.addAll(List.of("x-claude-code-agent-id", "a1"));
        request.system(
                "x-anthropic-billing-header: cc_version=2.1.329.87c; cc_entrypoint=cli; cc_is_subagent=true;", folder);
        request.body.set("thinking", request.json.createObjectNode().put("type", "adaptive"));
        return request.tools("Bash", "Grep", "Read");
    }

    /// What the agent asks on its own account: no tools, no thinking.
    public static ClaudeRequest background(String model, String session) {
        return new ClaudeRequest(model, session);
    }

    private void system(String billing, String folder) {
        ArrayNode system = body.putArray("system");
        system.addObject().put("type", "text").put("text", billing);
        system.addObject()
                .put("type", "text")
                .put(
                        "text",
                        "You are an agent.\n\n# Environment\n - Primary working directory: " + folder
                                + "\n - Platform: linux\n");
    }

    public ClaudeRequest tools(String... names) {
        ArrayNode tools = body.putArray("tools");
        for (String name : names) {
            ObjectNode tool = tools.addObject().put("name", name).put("description", "The tool " + name);
            tool.putObject("input_schema").put("type", "object");
        }
        return this;
    }

    /// Asks for the title of the session.
    public ClaudeRequest format() {
        body.putObject("output_config").putObject("format").put("type", "json_schema");
        return this;
    }

    public ClaudeRequest maxTokens(int tokens) {
        body.put("max_tokens", tokens);
        return this;
    }

    /// The user says something; the agent puts a reminder before it.
    public ClaudeRequest user(String words) {
        ArrayNode content = message("user");
        content.addObject().put("type", "text").put("text", "<system-reminder>\nToday is Sunday.\n</system-reminder>");
        content.addObject().put("type", "text").put("text", words);
        return this;
    }

    public ClaudeRequest plainUser(String words) {
        messages.addObject().put("role", "user").put("content", words);
        return this;
    }

    /// The model says something and calls a tool.
    public ClaudeRequest call(String id, String tool, String input) {
        ArrayNode content = message("assistant");
        content.addObject().put("type", "text").put("text", "I will look.");
        content.addObject()
                .put("type", "tool_use")
                .put("id", id)
                .put("name", tool)
                .set("input", json.readTree(input));
        return this;
    }

    public ClaudeRequest result(String id, String text, boolean failed) {
        message("user")
                .addObject()
                .put("type", "tool_result")
                .put("tool_use_id", id)
                .put("content", text)
                .put("is_error", failed);
        return this;
    }

    /// One more result in the message that came last.
    public ClaudeRequest andResult(String id, String text) {
        ((ArrayNode) messages.get(messages.size() - 1).get("content"))
                .addObject()
                .put("type", "tool_result")
                .put("tool_use_id", id)
                .put("content", text);
        return this;
    }

    public ClaudeRequest assistant(String words) {
        message("assistant").addObject().put("type", "text").put("text", words);
        return this;
    }

    private ArrayNode message(String role) {
        return messages.addObject().put("role", role).putArray("content");
    }

    public Headers headers() {
        return Headers.of(headers.toArray(String[]::new));
    }

    public String model() {
        return body.get("model").asString();
    }

    /// Another billing line, as Claude Code writes it once the first message is another one.
    public ClaudeRequest billing(String version) {
        ((ObjectNode) body.path("system").path(0))
                .put("text", "x-anthropic-billing-header: cc_version=" + version + "; cc_entrypoint=cli;");
        return this;
    }

    /// A message of the system between the others.
    public ClaudeRequest system(String words) {
        messages.addObject().put("role", "system").put("content", words);
        return this;
    }

    /// The body with marks for the prompt cache, as Claude Code sets them: on the system prompt, and on the last block
    /// of the last message, which is a block for that alone where it is a string otherwise.
    public byte[] markedBody() {
        ClaudeRequest marked = new ClaudeRequest(model(), session);
        marked.body.setAll(body.deepCopy());
        messages.forEach(message -> marked.messages.add(message.deepCopy()));
        JsonNode system = marked.body.path("system");
        for (int i = 1; i < system.size(); i++) {
            mark((ObjectNode) system.get(i));
        }
        ObjectNode last = (ObjectNode) marked.messages.get(messages.size() - 1);
        if (last.path("content").isString()) {
            String text = last.path("content").asString();
            last.putArray("content").addObject().put("type", "text").put("text", text);
        }
        mark((ObjectNode) last.path("content").get(last.path("content").size() - 1));
        return marked.body();
    }

    private static void mark(ObjectNode block) {
        block.putObject("cache_control").put("type", "ephemeral");
    }

    public byte[] body() {
        body.set("messages", messages);
        body.putObject("metadata")
                .put("user_id", "{\"device_id\":\"d\",\"account_uuid\":\"\",\"session_id\":\"" + session + "\"}");
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
}
