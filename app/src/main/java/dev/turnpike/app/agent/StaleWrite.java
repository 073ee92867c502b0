package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.ModelTier;
import dev.turnpike.gateway.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An edit of ours in whose place another program may have put an earlier one of ours again: it wrote the whole file as
/// it had read it before.
///
/// @param earlier the edits whose place it took, the last one first
record StaleWrite(JournalEntry last, List<JournalEntry> earlier) {
    // nobody but us writes our address, our token or our names of models
    private static final Set<String> OURS_ALONE = Set.of(
            KeyEdit.place(VariableNames.BASE_URL),
            KeyEdit.place(VariableNames.TOKEN),
            KeyEdit.place(VariableNames.HEADERS));

    /// The last edit, with the values of the earlier ones that stand in the file.
    JournalEntry found(JsonDocument now) {
        List<KeyEdit> keys = new ArrayList<>();
        last.keys().forEach(key -> keys.add(asFound(key, now)));
        for (JournalEntry entry : earlier) {
            boolean isBack = entry.keys().stream().anyMatch(key -> isTrace(key, now));
            entry.keys().stream()
                    .filter(key -> key.isOurs(now) && (isBack || isOursAlone(key)))
                    .filter(key -> at(keys, key.place()).isEmpty())
                    .forEach(keys::add);
        }
        return last.with(keys);
    }

    private KeyEdit asFound(KeyEdit key, JsonDocument now) {
        if (key.isOurs(now) || now.raw(key.place()).equals(key.before())) {
            return key;
        }
        return earlier.stream()
                .flatMap(entry -> at(entry.keys(), key.place()).stream())
                .filter(other -> other.isOurs(now))
                .findFirst()
                .map(other -> new KeyEdit(key.place(), key.before(), other.ours()))
                .orElse(key);
    }

    /// Whether only an earlier edit can have brought that.
    private boolean isTrace(KeyEdit key, JsonDocument now) {
        return isOursAlone(key)
                && key.isOurs(now)
                && at(last.keys(), key.place())
                        .filter(other -> other.ours().equals(key.ours()))
                        .isEmpty();
    }

    private static boolean isOursAlone(KeyEdit key) {
        return !key.before().equals(Optional.of(key.ours()))
                && (OURS_ALONE.contains(key.place())
                        || key.text().flatMap(ModelTier::named).isPresent());
    }

    private static Optional<KeyEdit> at(List<KeyEdit> keys, String place) {
        return keys.stream().filter(key -> key.place().equals(place)).findFirst();
    }
}
