package dev.turnpike.app.agent;

import dev.turnpike.app.agent.JournalEntry.State;
import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.gateway.bytes.Sha256;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Files of other programs that are edited by keys, each edit written down before it is made.
///
/// @param version Turnpike's
record JournalledFile(EditJournal journal, FileSteps steps, InstantSource clock, String version) {
    /// Our edit that is in the file: the last one, or the one before where that never arrived.
    Optional<JournalEntry> applied(SettingsFile file) {
        Optional<JournalEntry> known = journal.applied(file.target());
        while (known.isPresent() && known.get().wasNeverWritten(file)) {
            known = journal.replaced(known.get());
        }
        return known.map(entry -> asFound(file, entry));
    }

    /// An edit, as far as another program put an earlier one of ours in its place.
    JournalEntry asFound(SettingsFile file, JournalEntry entry) {
        List<JournalEntry> earlier = file.sha().equals(entry.shaAfter()) ? List.of() : journal.earlier(entry);
        return earlier.isEmpty() ? entry : new StaleWrite(entry, earlier).found(file.document());
    }

    /// Puts right what a sudden end left, whichever file it was; one that cannot be read is left to an undo, which says
    /// why. Under the lock alone.
    ///
    /// @return the edits that are in files
    List<JournalEntry> repaired() throws IOException {
        for (JournalEntry entry : journal.applied()) {
            Optional<SettingsFile> file = readable(entry.target());
            if (file.isPresent()) {
                repaired(file.get());
            }
        }
        return journal.applied();
    }

    private static Optional<SettingsFile> readable(Path file) {
        try {
            return Optional.of(SettingsFile.read(file));
        } catch (IOException e) {
            return Optional.empty();
        }
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
    /// @param declined what was offered as usual and switched off
    JournalEntry begin(SettingsEdit edit, Path owner, List<String> declined) throws IOException {
        SettingsFile file = edit.file();
        JournalEntry entry = new JournalEntry(
                UUID.randomUUID().toString(),
                file.target(),
                file.named().toAbsolutePath(),
                owner,
                repaired(file).map(JournalEntry::id),
                edit.without().map(JsonDocument::text),
                file.sha(),
                Sha256.hex(edit.after().bytes()),
                edit.keys(),
                edit.made(),
                declined,
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
