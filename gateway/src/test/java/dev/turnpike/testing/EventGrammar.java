package dev.turnpike.testing;

import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The order in which a streamed message has to be told, checked strictly.
///
/// One `message_start`; blocks 0, 1, 2, each closed before the next begins and fed with deltas of its own kind only;
/// `message_delta` and `message_stop`, or an `error` at any time as the very last event.
public final class EventGrammar {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, List<String>> DELTAS = Map.of(
            "text", List.of("text_delta", "citations_delta"),
            "thinking", List.of("thinking_delta", "signature_delta"),
            "tool_use", List.of("input_json_delta"),
            "server_tool_use", List.of("input_json_delta"));

    private final List<String> problems = new ArrayList<>();
    private String openType = "";
    private int nextIndex;
    private String last = "";

    private EventGrammar() {}

    /// What is wrong with this stream, a sentence each; empty where it is right.
    public static List<String> problems(byte[] stream) {
        EventGrammar grammar = new EventGrammar();
        SseReader reader = new SseReader();
        reader.accept(stream, 0, stream.length, grammar::event);
        reader.end(e -> grammar.problems.add("half an event at the end: " + e.text()));
        if (!grammar.last.equals("message_stop") && !grammar.last.equals("error")) {
            grammar.problems.add("ends with " + grammar.last);
        }
        return grammar.problems;
    }

    private void event(SseEvent event) {
        JsonNode data = JSON.readTree(event.data());
        String type = data.path("type").asString("");
        check(event.name().equals(type), "named " + event.name() + " but of type " + type);
        check(!last.equals("message_stop") && !last.equals("error"), type + " after the end");
        switch (type) {
            case "message_start" -> check(last.isEmpty(), "message_start is not the first");
            case "ping" -> check(!last.isEmpty(), "ping before message_start");
            case "content_block_start" -> start(data);
            case "content_block_delta" -> delta(data);
            case "content_block_stop" -> stop(data);
            case "message_delta" -> {
                check(openType.isEmpty(), "message_delta within a block");
                check(!last.equals("message_delta"), "two message_delta");
                check(data.path("usage").path("output_tokens").isNumber(), "message_delta without usage");
            }
            case "message_stop" -> check(last.equals("message_delta"), "message_stop after " + last);
            case "error" -> {
                check(openType.isEmpty(), "error within a block");
                check(!data.path("error").path("message").asString("").isEmpty(), "error without a message");
            }
            default -> problems.add("unknown event " + type);
        }
        last = type;
    }

    private void start(JsonNode data) {
        check(!last.isEmpty(), "a block before message_start");
        check(!last.equals("message_delta"), "a block after message_delta");
        check(openType.isEmpty(), "a block within a block");
        check(data.path("index").asInt(-1) == nextIndex, "index " + data.path("index") + " instead of " + nextIndex);
        openType = data.path("content_block").path("type").asString("?");
        if (openType.equals("tool_use")) {
            check(!data.path("content_block").path("id").asString("").isEmpty(), "a tool_use without id");
            check(!data.path("content_block").path("name").asString("").isEmpty(), "a tool_use without name");
        }
    }

    private void delta(JsonNode data) {
        String type = data.path("delta").path("type").asString("");
        check(data.path("index").asInt(-1) == nextIndex, "a delta for " + data.path("index"));
        check(DELTAS.getOrDefault(openType, List.of()).contains(type), type + " in a block of type " + openType);
    }

    private void stop(JsonNode data) {
        check(!openType.isEmpty(), "a stop without a block");
        check(data.path("index").asInt(-1) == nextIndex, "a stop of " + data.path("index"));
        openType = "";
        nextIndex++;
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
