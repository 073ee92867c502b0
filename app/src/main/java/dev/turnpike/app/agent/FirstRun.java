package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.InvalidJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The screens with which Claude Code greets a new user, and the file in which it remembers that they were seen.
///
/// @param state that file, which Claude Code writes all the time
record FirstRun(Path state, FileGuard guard, JournalledFile files) {
    static final String PLACE = KeyEdit.member(EditChoice.FIRST_RUN);
    private static final String SEEN = "true";
    private static final int TRIES = 5;

    /// Whether somebody can be asked about it: they are still to come or skipped by us, and the file may be edited.
    ///
    /// @param outside whether it may lie outside the user's own folder
    boolean isOffered(boolean outside) {
        try {
            SettingsFile file = SettingsFile.read(state);
            boolean may = guard.refusal(file.way()).isEmpty() && (outside || !guard.isOutside(file.way()));
            boolean seen = file.document().raw(PLACE).equals(Optional.of(SEEN));
            return may && (!seen || files.applied(file).isPresent());
        } catch (IOException | InvalidJson e) {
            // whoever cannot be understood is left alone
            return false;
        }
    }

    /// Why the file stays as it is, whatever was written there earlier: it cannot be understood.
    Optional<String> trouble() {
        try {
            SettingsFile.read(state).document();
            return Optional.empty();
        } catch (InvalidJson e) {
            return Optional.of(state + " cannot be understood and stays as it is: " + e.getMessage());
        } catch (IOException e) {
            return Optional.of(state + " cannot be read and stays as it is.");
        }
    }

    /// Whether they are skipped by us.
    boolean isSkipped() {
        try {
            SettingsFile file = SettingsFile.read(state);
            return files.applied(file)
                    .filter(entry -> entry.keys().stream().anyMatch(key -> key.isOurs(file.document())))
                    .isPresent();
        } catch (IOException | InvalidJson e) {
            return false;
        }
    }

    /// The edit of the file as it is now; empty where there is nothing to write and nothing to take back.
    Optional<SettingsEdit> edit(boolean skip) throws IOException {
        SettingsFile file = SettingsFile.read(state);
        Optional<JournalEntry> applied = files.applied(file);
        if (!skip && applied.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> wanted = skip ? Map.of(PLACE, SEEN) : Map.of();
        return Optional.of(SettingsEdit.of(file, SettingsEdit.without(file, applied, now -> now), applied, wanted));
    }

    /// What an edit changes, to be shown.
    static SettingsDiff diff(SettingsEdit edit) {
        return SettingsDiff.ofPlaces(edit, List.of(PLACE));
    }

    /// Makes it so, in the file as it is now.
    ///
    /// @param owner the settings file for whose sake
    void write(boolean skip, Path owner) throws IOException {
        for (int i = 1; ; i++) {
            try {
                Optional<SettingsEdit> edit = edit(skip);
                if (edit.isPresent() && !skip) {
                    takeBack(edit.get().file());
                } else if (edit.isPresent() && !edit.get().isNothing()) {
                    files.finish(edit.get(), files.begin(edit.get(), owner, List.of()));
                }
                return;
            } catch (EditRefused e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void takeBack(SettingsFile file) throws IOException {
        Optional<JournalEntry> entry = files.repaired(file);
        if (entry.isPresent()) {
            files.takeBack(file, entry.get());
            files.journal().end(entry.get());
        }
    }
}
