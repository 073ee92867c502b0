package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.JsonDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The header fields that Claude Code adds to its requests, one a line; ours among the user's.
final class CustomHeaders {
    private static final String OURS = "x-turnpike-key:";

    private CustomHeaders() {}

    /// The user's fields: those of the file, else those that a shell exports, which ours would take out of effect.
    ///
    /// @param base the file without us
    static String theirs(JsonDocument now, JsonDocument base, Map<String, String> environment) {
        String place = KeyEdit.place(VariableNames.HEADERS);
        return base.string(place)
                .or(() -> Optional.ofNullable(environment.get(VariableNames.HEADERS))
                        .filter(CustomHeaders::isText))
                .or(() -> now.string(place))
                .orElse("");
    }

    /// Whether fields are exported of which only that is known.
    static boolean isHidden(Map<String, String> environment) {
        String value = environment.getOrDefault(VariableNames.HEADERS, "");
        return !value.isBlank() && !isText(value);
    }

    /// Whether those are fields, not the mark that there are some.
    private static boolean isText(String value) {
        List<String> lines = without(value);
        return !lines.isEmpty() && lines.stream().allMatch(line -> line.indexOf(':') > 0);
    }

    /// The user's fields and ours.
    static String with(String theirs, String token) {
        List<String> lines = new ArrayList<>(without(theirs));
        lines.add(OURS + " " + token);
        return String.join("\n", lines);
    }

    /// The token in our field.
    static Optional<String> token(String value) {
        return value.lines()
                .filter(CustomHeaders::isOurs)
                .map(line -> line.strip().substring(OURS.length()).strip())
                .findFirst();
    }

    /// The file without our field, where the user changed the others since.
    static Optional<JsonDocument> withoutOurLine(JsonDocument now, KeyEdit key) {
        String place = KeyEdit.place(VariableNames.HEADERS);
        Optional<String> ours = key.text().flatMap(CustomHeaders::token);
        Optional<String> value = now.string(place).filter(text -> token(text).equals(ours) && ours.isPresent());
        return value.map(text -> {
            List<String> rest = without(text);
            return rest.isEmpty() && key.before().isEmpty()
                    ? now.without(place)
                    : now.with(place, JsonDocument.quoted(String.join("\n", rest)));
        });
    }

    /// The file without our field, whoever wrote it.
    static JsonDocument withoutOurField(JsonDocument now) {
        String place = KeyEdit.place(VariableNames.HEADERS);
        List<String> rest = without(now.string(place).orElse(""));
        return rest.isEmpty() ? now.without(place) : now.with(place, JsonDocument.quoted(String.join("\n", rest)));
    }

    private static List<String> without(String value) {
        return Arrays.stream(value.split("\\R"))
                .filter(line -> !line.isBlank() && !isOurs(line))
                .toList();
    }

    private static boolean isOurs(String line) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith(OURS);
    }
}
