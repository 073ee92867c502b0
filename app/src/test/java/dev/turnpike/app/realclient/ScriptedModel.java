package dev.turnpike.app.realclient;

import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;

import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A model that works in three turns: it writes a file, reads it back in a shell, and says that it is done.
enum ScriptedModel {
    CHAT {
        @Override
        List<String> events(String tool, Map<String, ?> input, String said) {
            List<String> data = new ArrayList<>();
            data.add(chat(Map.of("role", "assistant", "content", ""), null));
            if (tool.isEmpty()) {
                data.add(chat(Map.of("content", said), null));
            } else {
                String arguments = json(input);
                int half = arguments.length() / 2;
                data.add(chat(call(Map.of("name", tool, "arguments", ""), "call_" + tool), null));
                data.add(chat(call(Map.of("arguments", arguments.substring(0, half)), ""), null));
                data.add(chat(call(Map.of("arguments", arguments.substring(half)), ""), null));
            }
            data.add(chat(Map.of(), tool.isEmpty() ? "stop" : "tool_calls"));
            data.add("{\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":20}}");
            data.add("[DONE]");
            return data.stream().map(line -> "data: " + line + "\n\n").toList();
        }
    },
    ANTHROPIC {
        @Override
        List<String> events(String tool, Map<String, ?> input, String said) {
            Map<String, Object> usage = Map.of("input_tokens", 1000, "output_tokens", 1);
            Map<String, Object> message = Map.of(
                    "id",
                    "msg_1",
                    "type",
                    "message",
                    "role",
                    "assistant",
                    "model",
                    "served",
                    "content",
                    List.of(),
                    "usage",
                    usage);
            Object block = tool.isEmpty()
                    ? Map.of("type", "text", "text", "")
                    : Map.of("type", "tool_use", "id", "toolu_" + tool, "name", tool, "input", Map.of());
            Object delta = tool.isEmpty()
                    ? Map.of("type", "text_delta", "text", said)
                    : Map.of("type", "input_json_delta", "partial_json", json(input));
            return List.of(
                    event("message_start", Map.of("message", message)),
                    event("content_block_start", Map.of("index", 0, "content_block", block)),
                    event("content_block_delta", Map.of("index", 0, "delta", delta)),
                    event("content_block_stop", Map.of("index", 0)),
                    event(
                            "message_delta",
                            Map.of(
                                    "delta",
                                    Map.of("stop_reason", tool.isEmpty() ? "end_turn" : "tool_use"),
                                    "usage",
                                    Map.of("output_tokens", 20))),
                    event("message_stop", Map.of()));
        }
    };

    static final String DONE = "WRITTEN-AND-CHECKED";
    private static final JsonMapper JSON = new JsonMapper();

    /// Scripts the three turns.
    void play(ScriptedUpstream upstream, String file, String content) {
        turn(upstream, events("Write", Map.of("file_path", file, "content", content), ""));
        turn(upstream, events("Bash", Map.of("command", "cat '" + file + "'", "description", "Check the file"), ""));
        turn(upstream, events("", Map.of(), DONE));
    }

    abstract List<String> events(String tool, Map<String, ?> input, String said);

    private static void turn(ScriptedUpstream upstream, List<String> events) {
        List<Step> steps = new ArrayList<>();
        steps.add(streamHead());
        events.forEach(event -> steps.add(chunk(event)));
        steps.add(lastChunk());
        upstream.script(steps.toArray(Step[]::new));
    }

    private static String chat(Map<String, ?> delta, @org.jspecify.annotations.Nullable String finish) {
        String reason = finish == null ? "null" : "\"" + finish + "\"";
        return "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":" + json(delta) + ",\"finish_reason\":" + reason
                + "}]}";
    }

    private static Map<String, ?> call(Map<String, ?> function, String id) {
        return Map.of(
                "tool_calls",
                List.of(
                        id.isEmpty()
                                ? Map.of("index", 0, "function", function)
                                : Map.of("index", 0, "id", id, "type", "function", "function", function)));
    }

    private static String event(String type, Map<String, ?> fields) {
        java.util.LinkedHashMap<String, Object> all = new java.util.LinkedHashMap<>();
        all.put("type", type);
        all.putAll(fields);
        return "event: " + type + "\ndata: " + json(all) + "\n\n";
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
