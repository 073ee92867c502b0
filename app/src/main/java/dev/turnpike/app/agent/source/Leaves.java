package dev.turnpike.app.agent.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The values of a JSON text with their lines.
///
/// Of a name that stands twice the last one counts, as for the programs that read these files.
sealed interface Leaves {
    /// No settings file has so many values, or such deep ones.
    StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxTokenCount(400_000)
            .maxNestingDepth(100)
            .build();

    /// A text that could be read.
    record Read(List<Leaf> all) implements Leaves {
        public Read {
            all = List.copyOf(all);
        }

        /// The value that these names lead to.
        Optional<Leaf> at(String... path) {
            return all.stream()
                    .filter(leaf -> leaf.path().equals(List.of(path)))
                    .findFirst();
        }

        /// Those of the object or array that these names lead to, and of what it holds.
        List<Leaf> under(String... path) {
            return all.stream().filter(leaf -> leaf.isUnder(path)).toList();
        }
    }

    /// A text that is no JSON, or no object.
    ///
    /// @param why in a few words, without anything of the text
    record Broken(String why, int line, int column) implements Leaves {}

    /// Reads it as Claude Code does: strictly. A blank text has no values.
    static Leaves strict(String text) {
        return of(JsonFactory.builder().streamReadConstraints(BOUNDS).build(), text);
    }

    /// Reads it as editors read their own settings: with comments and commas too many.
    static Leaves lenient(String text) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(BOUNDS)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
        return of(factory, text);
    }

    private static Leaves of(JsonFactory factory, String text) {
        if (text.isBlank()) {
            return new Read(List.of());
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Broken("is not a JSON object", 1, 1);
            }
            List<Leaf> all = object(parser, List.of());
            if (parser.nextToken() != null) {
                TokenStreamLocation at = parser.currentTokenLocation();
                return new Broken("goes on behind its end", at.getLineNr(), at.getColumnNr());
            }
            return new Read(all);
        } catch (StreamConstraintsException e) {
            return new Broken("is larger or deeper than any settings file", 1, 1);
        } catch (JacksonException e) {
            // the parser's own words may quote the text
            TokenStreamLocation at = e.getLocation();
            return new Broken("is not valid JSON", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    private static List<Leaf> object(JsonParser parser, List<String> path) {
        Map<String, List<Leaf>> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            members.put(name, value(parser, inner(path, name), line));
        }
        return members.values().stream().flatMap(List::stream).toList();
    }

    private static List<Leaf> array(JsonParser parser, List<String> path) {
        List<Leaf> all = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            int line = parser.currentTokenLocation().getLineNr();
            all.addAll(value(parser, inner(path, Integer.toString(i)), line));
        }
        return all;
    }

    private static List<Leaf> value(JsonParser parser, List<String> path, int line) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return object(parser, path);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            return array(parser, path);
        }
        boolean none = parser.currentToken() == JsonToken.VALUE_NULL;
        return List.of(new Leaf(path, none ? "" : parser.getString(), line));
    }

    private static List<String> inner(List<String> path, String name) {
        List<String> inner = new ArrayList<>(path);
        inner.add(name);
        return inner;
    }
}
