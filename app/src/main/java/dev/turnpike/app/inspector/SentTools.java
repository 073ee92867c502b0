package dev.turnpike.app.inspector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which tool of a Messages API request is which of the chat request that was made from it.
final class SentTools {
    private final Map<JsonPath, JsonPath> functions = new HashMap<>();

    /// @param renamed new names by the paths of the old ones
    /// @param dropped paths of what was left out
    SentTools(JsonRow asked, JsonRow sent, Map<String, String> renamed, Set<String> dropped) {
        Map<String, JsonPath> byName = new HashMap<>();
        List<JsonRow> there = sent.at("tools").map(JsonRow::children).orElse(List.of());
        for (int i = 0; i < there.size(); i++) {
            JsonPath function = JsonPath.of("tools").child(i).child("function");
            there.get(i).at("function", "name").ifPresent(name -> byName.put(name.text(), function));
        }
        List<JsonRow> tools = asked.at("tools").map(JsonRow::children).orElse(List.of());
        for (int i = 0; i < tools.size(); i++) {
            JsonPath tool = JsonPath.of("tools").child(i);
            String name = tools.get(i).at("name").map(JsonRow::text).orElse("");
            JsonPath function =
                    byName.get(renamed.getOrDefault(tool.child("name").text(), name));
            if (function != null && !dropped.contains(tool.text())) {
                functions.put(tool, function);
            }
        }
    }

    /// Where something in a tool stands; empty where the tool was not sent or nobody knows.
    ///
    /// @param path `tools[3]` or a field of it
    Optional<JsonPath> place(JsonPath path) {
        JsonPath function = functions.get(path.first(2));
        if (function == null || path.steps().size() != 3) {
            return Optional.empty();
        }
        return switch (path.steps().get(2)) {
            case "name", "description" ->
                Optional.of(function.child(path.steps().get(2)));
            case "input_schema" -> Optional.of(function.child("parameters"));
            default -> Optional.empty();
        };
    }
}
