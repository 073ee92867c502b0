package dev.turnpike.gateway.configuration;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON whose mistakes are told to people. The parser's own words quote the text and may show a secret, so they
/// are not used.
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /// @param source the file or variable, for the complaint
    /// @throws InvalidConfiguration with line and column when it is not JSON
    static JsonNode read(String source, byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            String where = place == null || place.getLineNr() < 1
                    ? ""
                    : "line " + place.getLineNr() + ", column " + Math.max(1, place.getColumnNr()) + ": ";
            throw new InvalidConfiguration(source + ": " + where + "expected JSON, found " + found(e));
        }
    }

    private static String found(JacksonException mistake) {
        String words = mistake.getOriginalMessage() == null ? "" : mistake.getOriginalMessage();
        if (words.startsWith("Unexpected end-of-input")) {
            return "the end of the text";
        }
        if (words.startsWith("Duplicate")) {
            return "a key for the second time";
        }
        if (words.startsWith("Unexpected character ('") && words.length() > 24 && words.charAt(24) == '\'') {
            return "an unexpected " + words.charAt(23);
        }
        if (words.startsWith("Trailing token")) {
            return "more after its end";
        }
        return "something else";
    }
}
