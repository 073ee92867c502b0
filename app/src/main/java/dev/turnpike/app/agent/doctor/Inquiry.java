package dev.turnpike.app.agent.doctor;

import java.nio.file.Path;
import java.util.Optional;

/// What is to be looked at.
///
/// @param project the folder in which Claude Code would be started
/// @param shells whether shells may be run: they run the user's own files, which takes time and may ask for permission
public record Inquiry(Optional<Path> project, boolean shells) {}
