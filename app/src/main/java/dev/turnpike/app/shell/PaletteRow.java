package dev.turnpike.app.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of the palette.
sealed interface PaletteRow {
    /// The head of a group.
    record Head(String title) implements PaletteRow {}

    /// A command that matches.
    ///
    /// @param second its second sentence as it was when the palette opened
    record Hit(Command command, String second, CommandMatch match) implements PaletteRow {
        /// The keys that do the same, pressed together; none where there are none.
        List<String> keys(KeyCaps caps) {
            return command.shortcuts().stream().findFirst().map(caps::of).orElse(List.of());
        }
    }

    /// Its height in pixels.
    default double height() {
        return switch (this) {
            case Head ignored -> 28;
            case Hit ignored -> 32;
        };
    }

    /// All of it in one sentence, for a screen reader.
    default String spoken(KeyCaps caps) {
        return switch (this) {
            case Head head -> head.title();
            case Hit hit ->
                Stream.of(hit.command().title(), hit.second(), String.join(" ", hit.keys(caps)))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        };
    }
}
