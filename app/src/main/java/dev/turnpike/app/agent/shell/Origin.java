package dev.turnpike.app.agent.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Where something in a shell comes from.
///
/// @param via the place that reads the file
record Origin(Optional<Path> file, OptionalInt line, Optional<Origin> via) {
    static final Origin UNKNOWN = new Origin(Optional.empty(), OptionalInt.empty(), Optional.empty());

    static Origin of(Path file, int line) {
        return new Origin(Optional.of(file), line > 0 ? OptionalInt.of(line) : OptionalInt.empty(), Optional.empty());
    }

    static Origin of(Path file) {
        return of(file, 0);
    }

    Origin by(Optional<Origin> reader) {
        return new Origin(file, line, reader);
    }

    boolean isKnown() {
        return file.isPresent();
    }
}
