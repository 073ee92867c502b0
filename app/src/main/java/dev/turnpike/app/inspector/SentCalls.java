package dev.turnpike.app.inspector;

import dev.turnpike.gateway.translation.Adjustment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the calls of a Messages API request and their results stand in the chat request that was made from it.
///
/// The messages of both do not stand in the same places; ids of calls are what they have in common.
final class SentCalls {
    private static final String CONTENT = "content";

    private final JsonRow asked;
    private final Map<String, String> renamed;
    private final Map<String, Optional<JsonPath>> calls = new HashMap<>();
    private final Map<String, Optional<JsonPath>> results = new HashMap<>();

    SentCalls(JsonRow asked, JsonRow sent, Map<String, String> renamed) {
        this.asked = asked;
        this.renamed = renamed;
        List<JsonRow> messages = sent.at("messages").map(JsonRow::children).orElse(List.of());
        for (int i = 0; i < messages.size(); i++) {
            JsonPath path = JsonPath.of("messages").child(i);
            JsonRow message = messages.get(i);
            message.at("tool_call_id").ifPresent(id -> note(results, id.text(), path));
            List<JsonRow> made = message.at("tool_calls").map(JsonRow::children).orElse(List.of());
            for (int j = 0; j < made.size(); j++) {
                JsonPath call = path.child("tool_calls").child(j);
                made.get(j).at("id").ifPresent(id -> note(calls, id.text(), call));
            }
        }
    }

    /// An id that stands there twice leads nowhere.
    private static void note(Map<String, Optional<JsonPath>> places, String id, JsonPath path) {
        places.merge(id, Optional.of(path), (_, _) -> Optional.empty());
    }

    /// Where the result of the call with that id stands.
    Optional<JsonPath> result(String sentId) {
        return results.getOrDefault(sentId, Optional.empty());
    }

    /// Where something in a block of the client's request stands; empty where that is not certain.
    ///
    /// @param path `messages[3].content[0]`, or a field of it
    Optional<JsonPath> place(JsonPath path) {
        if (path.steps().size() < 4 || !path.steps().get(2).equals(CONTENT)) {
            return Optional.empty();
        }
        JsonPath block = path.first(4);
        String field = path.steps().size() > 4 ? path.steps().get(4) : "";
        return switch (asked.at(block.child("type")).map(JsonRow::text).orElse("")) {
            case "tool_use" ->
                call(block).flatMap(call -> switch (field) {
                    case "id" -> Optional.of(call.child("id"));
                    case "name" -> Optional.of(call.child("function").child("name"));
                    case "input" -> Optional.of(call.child("function").child("arguments"));
                    default -> Optional.empty();
                });
            case "tool_result" ->
                result(sentId(block.child("tool_use_id"))).flatMap(message -> switch (field) {
                    case "tool_use_id" -> Optional.of(message.child("tool_call_id"));
                    case "is_error", "" -> Optional.of(message.child(CONTENT));
                    default -> Optional.empty();
                });
            case "thinking" -> reasoning(block.first(2));
            default -> Optional.empty();
        };
    }

    private Optional<JsonPath> call(JsonPath block) {
        return calls.getOrDefault(sentId(block.child("id")), Optional.empty());
    }

    /// What the turn that begins with this message or holds it has thought.
    ///
    /// @param message `messages[3]`
    Optional<JsonPath> reasoning(JsonPath message) {
        JsonPath content = message.child(CONTENT);
        List<JsonRow> blocks = asked.at(content).map(JsonRow::children).orElse(List.of());
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).at("type").map(JsonRow::text).orElse("").equals("tool_use")) {
                return call(content.child(i)).map(call -> call.first(2).child("reasoning_content"));
            }
        }
        return Optional.empty();
    }

    private String sentId(JsonPath id) {
        return renamed.getOrDefault(id.text(), asked.at(id).map(JsonRow::text).orElse(""));
    }

    /// New names by the paths of the old ones.
    static Map<String, String> renamed(List<Adjustment> adjustments) {
        Map<String, String> names = new HashMap<>();
        for (Adjustment adjustment : adjustments) {
            if (adjustment instanceof Adjustment.Renamed(var path, var to, var _)) {
                names.put(path, to);
            }
        }
        return names;
    }
}
