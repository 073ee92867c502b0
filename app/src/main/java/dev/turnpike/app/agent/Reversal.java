package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A settings file without an edit of ours: what is still as we wrote it goes back, what was changed since stays.
///
/// @param without the text to write; empty where the file itself goes
/// @param back the names of the values that go back to what they were, or away
/// @param left those that somebody changed since, and which stay
record Reversal(Optional<JsonDocument> without, List<String> back, List<String> left) {
    static Reversal of(SettingsFile file, JournalEntry entry) {
        if (file.sha().equals(entry.shaAfter())) {
            List<String> all = entry.keys().stream().map(KeyEdit::name).toList();
            return new Reversal(entry.original().map(JsonDocument::of), all, List.of());
        }
        JsonDocument now = file.document();
        List<String> back = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (KeyEdit key : entry.keys()) {
            Optional<JsonDocument> reverted = reverted(now, key);
            boolean isBack = reverted.isPresent() || now.raw(key.place()).equals(key.before());
            (isBack ? back : left).add(key.name());
            now = reverted.orElse(now);
        }
        for (String object : entry.made()) {
            if (isEmptyObject(now, object)) {
                now = now.without(object);
            }
        }
        return new Reversal(Optional.of(now), back, left);
    }

    private static boolean isEmptyObject(JsonDocument now, String place) {
        return now.raw(place).filter(json -> json.startsWith("{")).isPresent()
                && now.names(place).isEmpty();
    }

    private static Optional<JsonDocument> reverted(JsonDocument now, KeyEdit key) {
        if (key.isOurs(now)) {
            return Optional.of(key.takenBack(now));
        }
        return key.place().equals(KeyEdit.place(VariableNames.HEADERS))
                ? CustomHeaders.withoutOurLine(now, key)
                : Optional.empty();
    }
}
