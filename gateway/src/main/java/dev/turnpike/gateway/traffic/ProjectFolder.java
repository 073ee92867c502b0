package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Finds the folder in which an agent works, which it tells its model in the system prompt or near the beginning.
final class ProjectFolder {
    private static final List<String> MARKS = List.of("Primary working directory: ", "Working directory: ");
    private static final int MESSAGES = 3;

    private ProjectFolder() {}

    /// The folder, empty where the request does not tell.
    static String in(RequestOutline outline) {
        Stream<RawJson> beginning = outline.messages().stream()
                .limit(MESSAGES)
                .filter(message -> !message.isAssistant())
                .map(RequestOutline.MessageOutline::content);
        return Stream.concat(Stream.of(outline.system()), beginning)
                .map(ProjectFolder::in)
                .filter(folder -> !folder.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String in(RawJson content) {
        String json = content.letters();
        for (String mark : MARKS) {
            int start = json.indexOf(mark);
            if (start >= 0) {
                return unescaped(json, start + mark.length());
            }
        }
        return "";
    }

    private static String unescaped(String json, int start) {
        int end = start;
        while (end < json.length() && json.charAt(end) != '"' && !json.startsWith("\\n", end)) {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        String quoted = '"' + json.substring(start, Math.min(end, json.length())) + '"';
        try (JsonCursor in = JsonCursor.over(quoted.getBytes(StandardCharsets.ISO_8859_1))) {
            return in.string().strip();
        } catch (InvalidJson _) {
            return "";
        }
    }
}
