package dev.turnpike.app.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Says whether a file may be edited for a user, by the rule that holds for Claude Code's own settings.
///
/// @param home the user's own folder
public record EditPermission(Path home) {
    /// Why the file is not edited, and what to do about it; empty where it may be.
    public Optional<String> refusal(Path file) throws IOException {
        return new FileGuard(home, Ownership.SYSTEM).refusal(LinkedPath.of(file));
    }
}
