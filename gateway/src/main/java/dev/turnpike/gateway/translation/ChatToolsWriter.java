package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Tool;
import dev.turnpike.gateway.anthropic.ToolChoice;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.json.JsonWriter;
import java.util.HashSet;
import java.util.Set;

/// Writes `tools` and what goes with them. Nothing of it is written where no tool is left.
final class ChatToolsWriter {
    /// What Claude Code lists in place of the tools that it has not loaded.
    private static final String PLACEHOLDER = "DeferredToolPlaceholder";

    private final MessagesRequest request;
    private final Accepted accepted;
    private final ToolNames names;
    private final AdjustmentList adjustments;
    private final JsonWriter json;
    private final Set<String> written = new HashSet<>();

    ChatToolsWriter(
            MessagesRequest request, Accepted accepted, ToolNames names, AdjustmentList adjustments, JsonWriter json) {
        this.request = request;
        this.accepted = accepted;
        this.names = names;
        this.adjustments = adjustments;
        this.json = json;
    }

    void write() {
        for (int i = 0; i < request.tools().size(); i++) {
            tool(request.tools().get(i), "tools[" + i + "]");
        }
        if (!written.isEmpty()) {
            json.endArray();
        }
        request.toolChoice().ifPresent(this::choice);
    }

    private void tool(Tool tool, String path) {
        if (!tool.isCustom()) {
            adjustments.dropped(path, "this upstream cannot run the server tool " + tool.type());
            return;
        }
        if (tool.name().equals(PLACEHOLDER)) {
            adjustments.dropped(path, "a placeholder, not a tool");
            return;
        }
        String name = names.sent(tool.name());
        if (written.contains(name)) {
            adjustments.dropped(path, "a second tool of the same name");
            return;
        }
        adjustments.renamedTool(path + ".name", tool.name(), name);
        if (written.isEmpty()) {
            json.name("tools").array();
        }
        written.add(name);
        json.object().field("type", "function").name("function").object();
        json.field("name", name);
        if (!tool.description().isEmpty()) {
            json.field("description", tool.description());
        }
        json.field(
                "parameters",
                accepted.schema(ToolSchema.completed(tool.inputSchema()), path + ".input_schema", adjustments));
        json.endObject().endObject();
    }

    private void choice(ToolChoice choice) {
        if (written.isEmpty()) {
            adjustments.dropped("tool_choice", "there is no tool to choose");
            return;
        }
        switch (choice.type()) {
            case "auto", "none" -> json.field("tool_choice", choice.type());
            case "any" -> json.field("tool_choice", "required");
            case "tool" -> named(choice.name());
            default -> adjustments.dropped("tool_choice", "chat/completions has no choice " + choice.type());
        }
        if (choice.disableParallelToolUse()) {
            parallel();
        }
    }

    private void parallel() {
        if (accepted.has(Capability.PARALLEL_TOOL_CALLS)) {
            json.field("parallel_tool_calls", false);
        } else {
            adjustments.dropped("tool_choice.disable_parallel_tool_use", "this upstream does not take it");
        }
    }

    private void named(String asked) {
        String name = names.sent(asked);
        if (!written.contains(name)) {
            adjustments.dropped("tool_choice", "the tool it names is not sent");
            return;
        }
        adjustments.renamedTool("tool_choice.name", asked, name);
        json.name("tool_choice").object().field("type", "function");
        json.name("function").object().field("name", name).endObject().endObject();
    }
}
