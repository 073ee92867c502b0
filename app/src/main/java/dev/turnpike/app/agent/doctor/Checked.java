package dev.turnpike.app.agent.doctor;

import java.nio.file.Path;
import java.util.Optional;

/// A place that was looked into.
///
/// @param name of that one among its kind
/// @param ok whether it could be read
/// @param millis how long that took
/// @param note what to know about the look, such as why it failed; may be empty
public record Checked(PlaceKind kind, String name, Optional<Path> file, boolean ok, long millis, String note) {}
