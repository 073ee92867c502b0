package dev.turnpike.app.agent;

import dev.turnpike.app.agent.JournalEntry.State;
import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.app.platform.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What we wrote into other programs' files, and what was there before; a file of its owner alone.
///
/// An edit is written down before it is made, so that after a sudden end at any moment either the file or the journal
/// tells what to do.
final class EditJournal {
    private static final int KEPT = 40;
    // as far back as another program may remember a file
    private static final int CHAIN = 10;

    private final Path file;
    private final FileSteps steps;

    EditJournal(Path file, FileSteps steps) {
        this.file = file;
        this.steps = steps;
    }

    /// The edit that is in a file now, as far as the journal knows.
    Optional<JournalEntry> applied(Path target) {
        return entries().stream()
                .filter(e -> e.target().equals(target) && e.state() == State.APPLIED)
                .reduce((earlier, later) -> later);
    }

    /// The edit whose place that one takes.
    Optional<JournalEntry> replaced(JournalEntry entry) {
        return entries().stream()
                .filter(e -> entry.replaces().filter(e.id()::equals).isPresent())
                .findFirst();
    }

    /// The edits whose place that one took, the last one first.
    List<JournalEntry> earlier(JournalEntry entry) {
        return earlier(entry, entries());
    }

    private static List<JournalEntry> earlier(JournalEntry entry, List<JournalEntry> all) {
        List<JournalEntry> chain = new ArrayList<>();
        Optional<JournalEntry> next = Optional.of(entry);
        while (next.isPresent() && chain.size() < CHAIN) {
            Optional<String> id = next.get().replaces();
            next = all.stream()
                    .filter(e -> id.filter(e.id()::equals).isPresent())
                    .findFirst();
            next.ifPresent(chain::add);
        }
        return chain;
    }

    /// The edits that are in any file now.
    List<JournalEntry> applied() {
        return entries().stream().filter(e -> e.state() == State.APPLIED).toList();
    }

    /// Writes an edit down that is about to be made; it takes the place of the file's earlier one.
    void begin(JournalEntry entry) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEntry earlier : entries()) {
            boolean replaced = earlier.target().equals(entry.target()) && earlier.state() == State.APPLIED;
            entries.add(replaced ? earlier.in(State.SUPERSEDED) : earlier);
        }
        entries.add(entry);
        write(entries);
    }

    /// The edit is no longer in the file.
    void end(JournalEntry entry) throws IOException {
        write(entries().stream()
                .map(e -> e.id().equals(entry.id()) ? e.in(State.RESTORED) : e)
                .toList());
    }

    /// The edit never arrived in the file: the one whose place it was to take is still there.
    void abandon(JournalEntry entry) throws IOException {
        write(entries().stream()
                .map(e -> {
                    if (e.id().equals(entry.id())) {
                        return e.in(State.RESTORED);
                    }
                    return entry.replaces().filter(e.id()::equals).isPresent() ? e.in(State.APPLIED) : e;
                })
                .toList());
    }

    private List<JournalEntry> entries() {
        try {
            return Files.exists(file) ? JournalText.read(Files.readAllBytes(file)) : List.of();
        } catch (IOException | RuntimeException e) {
            throw new EditRefused(
                    file + " cannot be read, so what was written earlier is not known; move it away to begin anew", e);
        }
    }

    /// Cuts the oldest, but never what the way back needs.
    private void write(List<JournalEntry> entries) throws IOException {
        List<String> needed = entries.stream()
                .filter(e -> e.state() == State.APPLIED)
                .flatMap(e -> earlier(e, entries).stream())
                .map(JournalEntry::id)
                .toList();
        List<JournalEntry> kept = new ArrayList<>();
        int surplus = entries.size() - KEPT;
        for (JournalEntry entry : entries) {
            if (entry.state() == State.APPLIED || needed.contains(entry.id())) {
                kept.add(entry);
            } else if (surplus > 0) {
                surplus--;
            } else {
                kept.add(entry.withoutValues());
            }
        }
        Path folder = file.getParent();
        if (folder != null) {
            steps.createFolder(folder);
        }
        PrivateFiles.replace(file, JournalText.of(kept), steps);
    }
}
