package dev.turnpike.gateway.traffic.export;

import java.util.Optional;

/// A command for curl.
///
/// @param command to be pasted into a shell, or into a script of it
/// @param body a file that the command reads from the current folder; empty where the body stands in the command
public record Curl(String command, Optional<BodyFile> body) {
    /// What is to be in the file. Nobody writes to `content`.
    public record BodyFile(String name, byte[] content) {}
}
