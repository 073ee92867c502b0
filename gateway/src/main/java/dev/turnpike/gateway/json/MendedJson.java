package dev.turnpike.gateway.json;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Objects that models write nearly right: with a comma too many, other quotes, names without any, line ends inside of
/// strings.
public final class MendedJson {
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MendedJson() {}

    /// The object that this text means; empty where nobody can tell.
    public static Optional<RawJson> object(String text) {
        try {
            JsonNode meant = LENIENT.readTree(text);
            return meant.isObject() ? Optional.of(RawJson.of(LENIENT.writeValueAsString(meant))) : Optional.empty();
        } catch (JacksonException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
