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
/// @param declined the variables of what was offered as usual and switched off, so that it stays off
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
        List<String> declined,
        Instant time,
        String version,
        State state) {
    JournalEntry {
        keys = List.copyOf(keys);
        made = List.copyOf(made);
        declined = List.copyOf(declined);
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
        return with(original, keys, next);
    }

    JournalEntry with(List<KeyEdit> others) {
        return with(original, others, state);
    }

    /// Without the values, which only the way back needs.
    JournalEntry withoutValues() {
        return with(Optional.empty(), List.of(), state);
    }

    private JournalEntry with(Optional<String> text, List<KeyEdit> edits, State next) {
        return new JournalEntry(
                id, target, named, owner, replaces, text, shaBefore, shaAfter, edits, made, declined, time, version,
                next);
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
