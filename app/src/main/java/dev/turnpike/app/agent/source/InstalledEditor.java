package dev.turnpike.app.agent.source;

import java.nio.file.Path;
import java.util.Optional;

/// An editor on this machine in which Claude Code may run.
///
/// @param settings its file of the user's settings, which need not exist
/// @param extension the version of Claude Code's extension in it; empty where it has none
/// @param loginPromptOff whether the extension is told not to ask for a login
public record InstalledEditor(String name, Path settings, Optional<String> extension, boolean loginPromptOff) {}
