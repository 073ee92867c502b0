package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The calls of tools in one message of the model.
final class ToolCalls {
    private static final List<String> TARGETS =
            List.of("file_path", "notebook_path", "path", "description", "pattern", "url", "query", "skill", "command");
    private static final int LONGEST = 120;
    private static final Call UNKNOWN = new Call("", RawJson.EMPTY_OBJECT);

    private final Map<String, Call> byId = new HashMap<>();

    private record Call(String name, RawJson input) {}

    static ToolCalls in(RawJson content) {
        ToolCalls calls = new ToolCalls();
        try (JsonCursor in = JsonCursor.over(content)) {
            if (in.enterArray()) {
                while (in.element()) {
                    calls.block(in);
                }
            }
        }
        return calls;
    }

    private void block(JsonCursor in) {
        String type = "";
        String id = "";
        String name = "";
        RawJson input = RawJson.EMPTY_OBJECT;
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> type = in.string();
                    case "id" -> id = in.string();
                    case "name" -> name = in.string();
                    case "input" -> input = in.raw();
                    default -> in.skip();
                }
            }
        }
        if (type.equals("tool_use")) {
            byId.put(id, new Call(name, input));
        }
    }

    /// The tool's name, empty for a call that is not there.
    String name(String id) {
        return byId.getOrDefault(id, UNKNOWN).name();
    }

    /// What the call is about, by the names that agents give their parameters; files of the project without its path.
    String target(String id, String project) {
        Call call = byId.getOrDefault(id, UNKNOWN);
        if (call.name().equals("Bash")) {
            return "";
        }
        return target(call.input(), project);
    }

    private static String target(RawJson input, String project) {
        Map<String, String> texts = new HashMap<>();
        try (JsonCursor in = JsonCursor.over(input)) {
            if (in.enterObject()) {
                while (in.field()) {
                    String name = in.name();
                    texts.put(name, in.string());
                }
            }
        } catch (InvalidJson _) {
            return "";
        }
        String found = TARGETS.stream()
                .map(name -> texts.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String line = found.lines().findFirst().orElse("");
        if (!project.isEmpty() && line.length() > project.length() + 1 && line.startsWith(project)) {
            line = line.substring(project.length() + 1);
        }
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
