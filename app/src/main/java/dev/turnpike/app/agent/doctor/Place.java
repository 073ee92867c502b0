package dev.turnpike.app.agent.doctor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Where something was found.
///
/// @param name of that one among its kind: `zsh`, `VS Code`, a channel's name; may be empty
/// @param file empty where it is in no file, or in one that is not known
/// @param line from 1
public record Place(PlaceKind kind, String name, Optional<Path> file, OptionalInt line) {
    /// A place that is no file.
    public static Place of(PlaceKind kind, String name) {
        return new Place(kind, name, Optional.empty(), OptionalInt.empty());
    }

    /// A file.
    public static Place of(PlaceKind kind, String name, Path file) {
        return new Place(kind, name, Optional.of(file), OptionalInt.empty());
    }

    /// A line of a file.
    public static Place of(PlaceKind kind, String name, Path file, int line) {
        return new Place(kind, name, Optional.of(file), OptionalInt.of(line));
    }

    /// `file:line`, as far as it is known; else the name.
    public String shown() {
        return file.map(path -> path + (line.isPresent() ? ":" + line.getAsInt() : ""))
                .orElse(name);
    }
}
