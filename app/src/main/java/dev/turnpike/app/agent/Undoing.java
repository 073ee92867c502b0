package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.InvalidJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The way back of all edits that were made for the sake of one settings file.
///
/// @param settings as Claude Code calls it
record Undoing(Path settings, JournalledFile files, FileGuard guard, ClientRegister tokens) {
    private record Made(SettingsFile file, JournalEntry entry) {}

    /// What it would do; empty where there is nothing of ours.
    Optional<UndoReport> planned() throws IOException {
        List<UndoReport> reports = new ArrayList<>();
        for (SettingsFile file : touched()) {
            files.applied(file).map(entry -> JournalledFile.report(file, entry)).ifPresent(reports::add);
        }
        return together(reports);
    }

    /// Does it; under the lock alone.
    Optional<UndoReport> done() throws IOException {
        List<Made> all = new ArrayList<>();
        List<SettingsFile> touched = touched();
        for (SettingsFile file : touched) {
            files.repaired(file).ifPresent(entry -> all.add(new Made(file, files.asFound(file, entry))));
        }
        if (all.isEmpty()) {
            if (!touched.isEmpty()) {
                // a sudden end came between the file and the rest
                tokens.retire(SettingsFile.read(settings).target());
            }
            return Optional.empty();
        }
        for (Made made : all) {
            Optional<String> refusal = guard.refusal(made.file().way());
            if (refusal.isPresent()) {
                throw new EditRefused(refusal.get());
            }
        }
        List<UndoReport> reports = new ArrayList<>();
        for (Made made : all) {
            reports.add(takeBack(made, reports));
        }
        return together(reports);
    }

    private UndoReport takeBack(Made made, List<UndoReport> before) throws IOException {
        UndoReport report;
        try {
            report = files.takeBack(made.file(), made.entry());
        } catch (IOException | InvalidJson | EditRefused e) {
            if (before.isEmpty()) {
                throw e;
            }
            throw new EditRefused(
                    before.getFirst().file() + " is back, but " + made.file().named() + " is not: "
                            + EditRefused.reason(e),
                    e);
        }
        forget(made);
        return report;
    }

    /// What follows once a file is back.
    private void forget(Made made) {
        Path file = made.file().named();
        try {
            try {
                if (made.entry().owner().equals(made.entry().target())) {
                    tokens.retire(made.entry().target());
                }
            } finally {
                // whatever becomes of the token: the edit is in no file any more
                files.journal().end(made.entry());
            }
        } catch (IOException e) {
            throw new EditRefused(file + " is back, but that cannot be written down: " + EditRefused.reason(e), e);
        } catch (EditRefused e) {
            throw new EditRefused(file + " is back, but: " + e.getMessage(), e);
        }
    }

    /// The files that the journal knows to be edited for this one's sake, this one first; a link may have led it
    /// elsewhere then.
    private List<SettingsFile> touched() throws IOException {
        SettingsFile main = SettingsFile.read(settings);
        List<JournalEntry> entries = files.journal().applied();
        Set<Path> owners = new LinkedHashSet<>();
        owners.add(main.target());
        entries.stream()
                .filter(entry -> entry.named().equals(settings.toAbsolutePath()))
                .forEach(entry -> owners.add(entry.owner()));
        List<SettingsFile> touched = new ArrayList<>();
        List<JournalEntry> ours =
                entries.stream().filter(entry -> owners.contains(entry.owner())).toList();
        Stream<JournalEntry> mainFirst = Stream.concat(
                ours.stream().filter(entry -> entry.target().equals(main.target())),
                ours.stream().filter(entry -> !entry.target().equals(main.target())));
        for (JournalEntry entry : mainFirst.toList()) {
            SettingsFile named = entry.target().equals(main.target()) ? main : SettingsFile.read(entry.named());
            touched.add(named.target().equals(entry.target()) ? named : SettingsFile.read(entry.target()));
        }
        return touched;
    }

    /// The settings files that have an edit of ours, whichever folder they are in.
    List<Path> targets() {
        return files.journal().applied().stream()
                .filter(entry -> entry.owner().equals(entry.target()))
                .filter(this::isThere)
                .map(JournalEntry::named)
                .distinct()
                .toList();
    }

    /// Whether this edit or the one before arrived; also where that cannot be known, since an undo then says why.
    private boolean isThere(JournalEntry entry) {
        try {
            return files.applied(SettingsFile.read(entry.target())).isPresent();
        } catch (IOException | InvalidJson e) {
            return true;
        }
    }

    private static Optional<UndoReport> together(List<UndoReport> reports) {
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(reports.getFirst().with(reports.subList(1, reports.size())));
    }
}
