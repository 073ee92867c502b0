package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An edit of a settings file that can be made: its text now, without us, and with us.
///
/// @param without the text without any edit of ours; empty where there was no file
/// @param keys what is written, and what was there without us
record SettingsEdit(
        SettingsFile file,
        JsonDocument before,
        Optional<JsonDocument> without,
        JsonDocument after,
        List<KeyEdit> keys) {

    /// @param applied our edit that is in the file now
    /// @param wanted the variables that shall be there
    /// @throws InvalidJson where the file cannot be edited, with the place
    static SettingsEdit of(SettingsFile file, Optional<JournalEntry> applied, Map<String, String> wanted) {
        JsonDocument before = file.document();
        Optional<JsonDocument> without = applied.isPresent()
                ? Reversal.of(file, applied.get()).without()
                : Optional.of(before).filter(text -> file.exists());
        JsonDocument base = without.orElse(JsonDocument.of(""));
        JsonDocument after = before;
        for (KeyEdit earlier : applied.map(JournalEntry::keys).orElse(List.of())) {
            if (!wanted.containsKey(earlier.name()) && earlier.isOurs(after)) {
                after = earlier.takenBack(after);
            }
        }
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            String place = KeyEdit.place(entry.getKey());
            if (!after.string(place).equals(Optional.of(entry.getValue()))) {
                after = after.with(place, JsonDocument.quoted(entry.getValue()));
            }
        }
        JsonDocument written = after;
        List<KeyEdit> keys = wanted.keySet().stream()
                .map(name -> new KeyEdit(
                        name,
                        base.raw(KeyEdit.place(name)),
                        written.raw(KeyEdit.place(name)).orElseThrow()))
                .toList();
        return new SettingsEdit(file, before, without, after, keys);
    }

    /// Whether the file says all that already.
    boolean isNothing() {
        return file.exists() && before.text().equals(after.text());
    }

    boolean madeEnv() {
        return without.isEmpty() || !without.get().has("/env");
    }
}
