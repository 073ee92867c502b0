package dev.turnpike.app.agent;

import dev.turnpike.app.agent.JournalEntry.State;
import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Files of other programs that are edited by keys, each edit written down before it is made.
///
/// @param version Turnpike's
record JournalledFile(EditJournal journal, FileSteps steps, InstantSource clock, String version) {
    /// Our edit that is in the file: the last one, or the one before where that never arrived.
    Optional<JournalEntry> applied(SettingsFile file) {
        return journal.applied(file.target())
                .flatMap(entry -> entry.wasNeverWritten(file) ? journal.replaced(entry) : Optional.of(entry));
    }

    /// The same, after a sudden end between journal and file has been put right; under the lock alone.
    Optional<JournalEntry> repaired(SettingsFile file) throws IOException {
        Optional<JournalEntry> known = journal.applied(file.target());
        while (known.isPresent() && known.get().wasNeverWritten(file)) {
            journal.abandon(known.get());
            known = journal.applied(file.target());
        }
        return known;
    }

    /// Writes an edit down that is about to be made.
    ///
    /// @param owner the settings file for whose sake
    JournalEntry begin(SettingsEdit edit, Path owner) throws IOException {
        SettingsFile file = edit.file();
        JournalEntry entry = new JournalEntry(
                UUID.randomUUID().toString(),
                file.target(),
                file.named().toAbsolutePath(),
                owner,
                repaired(file).map(JournalEntry::id),
                edit.without().map(JsonDocument::text),
                file.sha(),
                SettingsFile.sha(edit.after().bytes()),
                edit.keys(),
                edit.made(),
                clock.instant(),
                version,
                State.APPLIED);
        journal.begin(entry);
        return entry;
    }

    /// Makes the edit that was written down; where that fails the journal knows it.
    void finish(SettingsEdit edit, JournalEntry entry) throws IOException {
        try {
            edit.file().replace(edit.after().bytes(), steps);
        } catch (IOException | EditRefused e) {
            journal.abandon(entry);
            throw e;
        }
    }

    /// What an undo of that edit does.
    static UndoReport report(SettingsFile file, JournalEntry entry) {
        Reversal reversal = Reversal.of(file, entry);
        boolean exact = file.sha().equals(entry.shaAfter());
        return new UndoReport(file.named(), exact, reversal.without().isEmpty(), reversal.back(), reversal.left());
    }

    /// Takes an edit back, key by key; the journal still has it afterwards.
    UndoReport takeBack(SettingsFile file, JournalEntry entry) throws IOException {
        UndoReport report = report(file, entry);
        Optional<JsonDocument> without = Reversal.of(file, entry).without();
        if (without.isEmpty()) {
            file.delete(steps);
        } else if (file.exists() && !without.get().text().equals(file.document().text())) {
            file.replace(without.get().bytes(), steps);
        }
        return report;
    }
}
