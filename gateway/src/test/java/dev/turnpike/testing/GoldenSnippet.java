package dev.turnpike.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A piece of a golden file, named as `DIALOGUE/FILE#PLACE`.
///
/// In JSON the place is a pointer, whose steps may also name an element by one of its values, `[id=a]`. In a stream it
/// begins with the number of the event that holds JSON (from 0), with
/// `*`
/// for the first that has such a place, or with a type and, from the second one on, a number:
/// `content_block_start.2/content_block`. In `adjusted.txt` it is what
/// a line begins with, in `moments.txt` what stands before the piece in its line. `DIALOGUE/FILE!PLACE` says that there
/// is no such thing.
final class GoldenSnippet {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern ELEMENT = Pattern.compile("\\[(\\w+)=(.+)]");
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+)/([a-z.]+)([#!])(.*)");

    private final String name;
    private final Dialogue dialogue;
    private final String file;
    private final boolean expected;
    private final String place;

    GoldenSnippet(String name) {
        Matcher found = NAME.matcher(name);
        if (!found.matches()) {
            throw new IllegalArgumentException("no name of a snippet: " + name);
        }
        this.name = name;
        dialogue = Dialogue.named(found.group(1));
        file = found.group(2);
        expected = found.group(3).equals("#");
        place = found.group(4);
    }

    Dialogue dialogue() {
        return dialogue;
    }

    /// As it stands in Markdown; `nothing` where nothing is expected.
    String text() {
        String text = new String(
                dialogue.file(file).orElseThrow(() -> new IllegalStateException("no file: " + name)),
                StandardCharsets.UTF_8);
        if (file.endsWith(".txt")) {
            return line(text);
        }
        JsonNode found = file.endsWith(".sse") ? event(text) : at(JSON.readTree(text), place);
        if (found.isMissingNode() == expected) {
            throw new IllegalStateException((expected ? "there is no " : "there is a ") + name);
        }
        return expected ? code(found) : "nothing";
    }

    static String code(JsonNode json) {
        return "`" + JSON.writeValueAsString(json) + "`";
    }

    private String line(String text) {
        return text.lines()
                .filter(line -> line.startsWith(place))
                .findFirst()
                .map(line -> file.equals("moments.txt") ? line.substring(place.length()) : line)
                .orElseThrow(() -> new IllegalStateException("there is no " + name));
    }

    private JsonNode event(String stream) {
        List<JsonNode> events = stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> parsed(line.substring(5)))
                .filter(JsonNode::isObject)
                .toList();
        String[] steps = place.split("/", 2);
        String rest = steps.length > 1 ? "/" + steps[1] : "";
        if (steps[0].equals("*")) {
            return events.stream()
                    .map(event -> at(event, rest))
                    .filter(found -> !found.isMissingNode() && !found.isNull())
                    .findFirst()
                    .orElseGet(JSON::missingNode);
        }
        if (steps[0].matches("\\d+")) {
            int number = Integer.parseInt(steps[0]);
            return number < events.size() ? at(events.get(number), rest) : JSON.missingNode();
        }
        String[] type = steps[0].split("\\.", 2);
        return events.stream()
                .filter(event -> event.path("type").asString("").equals(type[0]))
                .skip(type.length > 1 ? Long.parseLong(type[1]) - 1 : 0)
                .findFirst()
                .map(event -> at(event, rest))
                .orElseGet(JSON::missingNode);
    }

    private static JsonNode at(JsonNode json, String pointer) {
        JsonNode found = json;
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            Matcher named = ELEMENT.matcher(step);
            if (named.matches()) {
                found = element(found, named.group(1), named.group(2));
            } else {
                found = found.isArray() ? found.path(Integer.parseInt(step)) : found.path(step);
            }
        }
        return found;
    }

    private static JsonNode element(JsonNode array, String name, String value) {
        return array.valueStream()
                .filter(one -> one.path(name).asString("").equals(value))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }

    private static JsonNode parsed(String data) {
        try {
            return JSON.readTree(data);
        } catch (JacksonException e) {
            return new ArrayNode(JSON.getNodeFactory());
        }
    }
}
