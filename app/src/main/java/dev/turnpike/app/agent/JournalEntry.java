package dev.turnpike.app.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One edit of a file, as it is remembered for the way back.
///
/// @param target the file that is written
/// @param named the same as the agent calls it: a link may lead from there to the target
/// @param owner the settings file for whose sake it was made, itself for most; what has one owner goes back together
/// @param replaces the id of the edit whose place it takes
/// @param original the text without any edit of ours; empty where there was no file
/// @param shaBefore of the file when the edit was made; empty where there was none
/// @param made the objects that the edit brought along, such as `/env`; the innermost first
/// @param version of Turnpike
record JournalEntry(
        String id,
        Path target,
        Path named,
        Path owner,
        Optional<String> replaces,
        Optional<String> original,
        String shaBefore,
        String shaAfter,
        List<KeyEdit> keys,
        List<String> made,
        Instant time,
        String version,
        State state) {
    JournalEntry {
        keys = List.copyOf(keys);
        made = List.copyOf(made);
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
                id, target, named, owner, replaces, original, shaBefore, shaAfter, keys, made, time, version, next);
    }

    JournalEntry with(List<KeyEdit> others) {
        return new JournalEntry(
                id, target, named, owner, replaces, original, shaBefore, shaAfter, others, made, time, version, state);
    }

    /// Without the values, which only the way back needs.
    JournalEntry withoutValues() {
        return new JournalEntry(
                id,
                target,
                named,
                owner,
                replaces,
                Optional.empty(),
                shaBefore,
                shaAfter,
                List.of(),
                made,
                time,
                version,
                state);
    }

    /// Whether the program ended between journal and file: the file is as it was before.
    boolean wasNeverWritten(SettingsFile file) {
        return file.sha().equals(shaBefore) && !shaBefore.equals(shaAfter);
    }

    @Override
    public String toString() {
        return "JournalEntry[" + id + ", " + state + "]";
    }
}
