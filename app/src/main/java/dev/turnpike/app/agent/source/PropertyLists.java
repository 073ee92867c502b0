package dev.turnpike.app.agent.source;

import java.nio.file.Path;

/// The property lists of macOS, which are XML or not even text; its own tool makes JSON of both.
final class PropertyLists {
    private final Programs programs;

    PropertyLists(Programs programs) {
        this.programs = programs;
    }

    /// The list as JSON.
    Programs.Answer json(Path file) {
        return programs.ask("plutil", "-convert", "json", "-o", "-", file.toString());
    }
}
