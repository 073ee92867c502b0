package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.Optional;

/// A settings file of an editor or a terminal, in which comments may stand.
final class EditorFile {
    private EditorFile() {}

    /// Reads it and writes down that it was looked into.
    static Optional<Leaves.Read> read(Draft draft, String name, Path file) {
        return switch (FileText.of(file)) {
            case FileText.Missing _ -> {
                draft.read(PlaceKind.EDITOR, name, file, Text.of("sources.missing"));
                yield Optional.empty();
            }
            case FileText.Unreadable(String why) -> {
                draft.checked(PlaceKind.EDITOR, name, Optional.of(file), false, why);
                yield Optional.empty();
            }
            case FileText.Content(String text) -> parsed(draft, name, file, text);
        };
    }

    private static Optional<Leaves.Read> parsed(Draft draft, String name, Path file, String text) {
        return switch (Leaves.lenient(text)) {
            case Leaves.Read read -> {
                draft.read(PlaceKind.EDITOR, name, file, "");
                yield Optional.of(read);
            }
            case Leaves.Broken(String why, int line, int column) -> {
                String where = Text.of("sources.line-column", line, column);
                draft.checked(PlaceKind.EDITOR, name, Optional.of(file), false, where + ": " + why);
                yield Optional.empty();
            }
        };
    }
}
