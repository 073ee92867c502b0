package dev.turnpike.app.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One edit of a settings file, as it is remembered for the way back.
///
/// @param target the file that is written
/// @param replaces the id of the edit whose place it takes
/// @param original the text without any edit of ours; empty where there was no file
/// @param shaBefore of the file when the edit was made; empty where there was none
/// @param madeEnv whether the edit brought the `env` object along
/// @param version of Turnpike
record JournalEntry(
        String id,
        Path target,
        Optional<String> replaces,
        Optional<String> original,
        String shaBefore,
        String shaAfter,
        List<KeyEdit> keys,
        boolean madeEnv,
        Instant time,
        String version,
        State state) {
    JournalEntry {
        keys = List.copyOf(keys);
    }

    enum State {
        /// It is in the file, or is being written.
        APPLIED,
        /// It was taken back, or never arrived in the file.
        RESTORED,
        /// A later edit took its place.
        SUPERSEDED
    }

    JournalEntry in(State next) {
        return new JournalEntry(
                id, target, replaces, original, shaBefore, shaAfter, keys, madeEnv, time, version, next);
    }

    /// Without the values, which only the way back needs.
    JournalEntry withoutValues() {
        return new JournalEntry(
                id, target, replaces, Optional.empty(), shaBefore, shaAfter, List.of(), madeEnv, time, version, state);
    }

    @Override
    public String toString() {
        return "JournalEntry[" + id + ", " + state + "]";
    }
}
