package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An edit of a file that can be made: its text now, without us, and with us.
///
/// @param without the text without any edit of ours; empty where there was no file
/// @param keys what is written, and what was there without us
record SettingsEdit(
        SettingsFile file,
        JsonDocument before,
        Optional<JsonDocument> without,
        JsonDocument after,
        List<KeyEdit> keys) {

    /// The file without any edit of ours; empty where there was none.
    ///
    /// @param applied our edit that is in the file now
    /// @param cleaned takes out what must be ours although no journal knows it
    /// @throws InvalidJson where the file cannot be edited, with the place
    static Optional<JsonDocument> without(
            SettingsFile file, Optional<JournalEntry> applied, UnaryOperator<JsonDocument> cleaned) {
        JsonDocument now = file.document();
        return applied.isPresent()
                ? Reversal.of(file, applied.get()).without()
                : Optional.of(now).filter(text -> file.exists()).map(cleaned);
    }

    /// The edit by which the wanted values are there.
    ///
    /// @param wanted JSON texts by their places
    static SettingsEdit of(
            SettingsFile file,
            Optional<JsonDocument> without,
            Optional<JournalEntry> applied,
            Map<String, String> wanted) {
        JsonDocument before = file.document();
        JsonDocument base = without.orElse(JsonDocument.of(""));
        JsonDocument after = before;
        for (KeyEdit earlier : applied.map(JournalEntry::keys).orElse(List.of())) {
            if (!wanted.containsKey(earlier.place()) && earlier.isOurs(after)) {
                after = earlier.takenBack(after);
            }
        }
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            if (!says(after, entry.getKey(), entry.getValue())) {
                after = after.with(entry.getKey(), entry.getValue());
            }
        }
        JsonDocument written = after;
        List<KeyEdit> keys = wanted.keySet().stream()
                .map(place ->
                        new KeyEdit(place, base.raw(place), written.raw(place).orElseThrow()))
                .toList();
        return new SettingsEdit(file, before, without, after, keys);
    }

    /// Whether that value is there, however it is spelled.
    private static boolean says(JsonDocument now, String place, String json) {
        if (now.raw(place).filter(json::equals).isPresent()) {
            return true;
        }
        Optional<String> text = JsonDocument.of("{\"v\":" + json + "}").string("/v");
        return text.isPresent() && now.string(place).equals(text);
    }

    /// Whether the file says all that already.
    boolean isNothing() {
        return (file.exists() || keys.isEmpty()) && before.text().equals(after.text());
    }

    /// The objects that it brings along, the innermost first.
    List<String> made() {
        return keys.stream()
                .flatMap(key -> KeyEdit.around(key.place()).stream())
                .distinct()
                .filter(object -> without.isEmpty() || !without.get().has(object))
                .toList();
    }
}
