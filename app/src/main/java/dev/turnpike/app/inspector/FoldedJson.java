package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as it is edited: indented, long texts folded to a mark that stands for them and may be moved, taken away or
/// written out.
///
/// @param text what is edited
/// @param folded the texts behind the marks
record FoldedJson(String text, List<String> folded) {
    private static final int LONGEST = 400;
    private static final Pattern MARK = Pattern.compile("«text ([0-9]{1,6}), [^»]*»");

    // numbers stay as they are written: 1.0 and 1e3 too
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    FoldedJson {
        folded = List.copyOf(folded);
    }

    /// What is wrong with an edited text, a sentence that says where.
    static final class InvalidText extends Exception {
        private static final long serialVersionUID = 1;

        InvalidText(String sentence) {
            super(sentence);
        }
    }

    /// The JSON in these bytes; empty where they are none.
    static Optional<FoldedJson> of(byte[] json) {
        try {
            List<String> folded = new ArrayList<>();
            JsonNode short_ = fold(MAPPER.readTree(json), folded);
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(short_);
            return Optional.of(new FoldedJson(text, folded));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static JsonNode fold(JsonNode node, List<String> folded) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), fold(field.getValue(), folded)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(fold(element, folded)));
                yield copy;
            }
            case JsonNode value
            when value.isString() && isFolded(value.stringValue()) -> {
                folded.add(value.stringValue());
                yield JsonNodeFactory.instance.stringNode(mark(folded.size(), value.stringValue()));
            }
            case JsonNode value -> value;
        };
    }

    /// A text that looks like a mark is folded too, so that none is taken for what it is not.
    private static boolean isFolded(String text) {
        return text.length() > LONGEST || MARK.matcher(text).find();
    }

    private static String mark(int number, String text) {
        return "«text " + number + ", " + Figures.bytes(text.length()) + "»";
    }

    /// The bytes that an edited text stands for.
    ///
    /// @throws InvalidText with a sentence that says what is wrong where
    byte[] bytes(String edited) throws InvalidText {
        return MAPPER.writeValueAsBytes(unfold(read(edited)));
    }

    /// Says what is wrong with an edited text, without putting folded ones back, which may be long.
    ///
    /// @throws InvalidText with a sentence that says what is wrong where
    void check(String edited) throws InvalidText {
        read(edited);
        Matcher marks = MARK.matcher(edited);
        while (marks.find()) {
            behind(marks);
        }
    }

    private static JsonNode read(String edited) throws InvalidText {
        try {
            JsonNode read = MAPPER.readTree(edited);
            if (!read.isObject()) {
                throw new InvalidText(Text.of("traffic.edit.no-object"));
            }
            return read;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String line = Integer.toString(at == null ? 1 : Math.max(1, at.getLineNr()));
            String column = Integer.toString(at == null ? 1 : Math.max(1, at.getColumnNr()));
            throw new InvalidText(Text.of("traffic.edit.invalid", line, column, e.getOriginalMessage()));
        }
    }

    private JsonNode unfold(JsonNode node) throws InvalidText {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (var field : object.properties()) {
                copy.set(field.getKey(), unfold(field.getValue()));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : array) {
                copy.add(unfold(element));
            }
            return copy;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(unfold(node.stringValue())) : node;
    }

    private String unfold(String text) throws InvalidText {
        Matcher marks = MARK.matcher(text);
        StringBuilder whole = new StringBuilder();
        int from = 0;
        while (marks.find()) {
            whole.append(text, from, marks.start()).append(behind(marks));
            from = marks.end();
        }
        return from == 0 ? text : whole.append(text.substring(from)).toString();
    }

    private String behind(Matcher mark) throws InvalidText {
        int number = Integer.parseInt(mark.group(1));
        if (number < 1 || number > folded.size()) {
            throw new InvalidText(Text.of("traffic.edit.unknown", mark.group()));
        }
        return folded.get(number - 1);
    }

    /// The edited text with the mark written out in which the caret stands; the same text where it stands in none.
    String writtenOut(String edited, int caret) {
        Matcher marks = MARK.matcher(edited);
        while (marks.find()) {
            int number = Integer.parseInt(marks.group(1));
            if (marks.start() <= caret && caret <= marks.end() && number >= 1 && number <= folded.size()) {
                String json = MAPPER.writeValueAsString(folded.get(number - 1));
                return edited.substring(0, marks.start())
                        + json.substring(1, json.length() - 1)
                        + edited.substring(marks.end());
            }
        }
        return edited;
    }
}
