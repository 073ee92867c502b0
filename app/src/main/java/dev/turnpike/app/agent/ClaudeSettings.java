package dev.turnpike.app.agent;

import dev.turnpike.app.platform.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One of Claude Code's settings files, as it is now. Only read, never written.
public sealed interface ClaudeSettings {
    Path file();

    /// A file that could be read.
    record Usable(Path file, ObjectNode content) implements ClaudeSettings {
        /// What the file puts into Claude Code's environment, in its order.
        public Map<String, String> environment() {
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : content.path("env").properties()) {
                if (entry.getValue().isValueNode()) {
                    values.put(entry.getKey(), entry.getValue().asString());
                }
            }
            return values;
        }
    }

    /// A file that exists and cannot be used.
    ///
    /// @param place `line 3, column 7`, or empty where the file could not be opened
    /// @param why what is wrong, in a few words
    record Unusable(Path file, String place, String why) implements ClaudeSettings {}

    /// Reads a file; empty where there is none.
    static Optional<ClaudeSettings> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(file, new String(RegularFile.read(file), StandardCharsets.UTF_8)));
        } catch (RegularFile.Unfit e) {
            return Optional.of(new Unusable(file, "", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return Optional.of(new Unusable(file, "", "cannot be opened"));
        }
    }

    /// The files that exist, in that order.
    static List<ClaudeSettings> readAll(List<Path> files) {
        return files.stream().flatMap(f -> read(f).stream()).toList();
    }

    /// Understands the text of a file.
    static ClaudeSettings parse(Path file, String text) {
        if (text.isBlank()) {
            return new Usable(file, Json.MAPPER.createObjectNode());
        }
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            return node instanceof ObjectNode object
                    ? new Usable(file, object)
                    : new Unusable(file, "line 1, column 1", "is not a JSON object");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new Unusable(file, place, "is not valid JSON");
        }
    }

    /// How these files are read: strictly, and without losing a digit.
    final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        private Json() {}
    }
}
