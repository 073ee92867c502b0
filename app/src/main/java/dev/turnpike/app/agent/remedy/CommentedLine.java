package dev.turnpike.app.agent.remedy;

import java.nio.file.Path;
import java.time.Instant;

/// A line of somebody's file that is a comment now; no value is in it.
///
/// @param named the file as the finding named it
/// @param target the file that was written
/// @param line from 1, at the time
/// @param variable that it set
/// @param lineHash SHA-256 of the line as it was
/// @param marker what stands before it now
/// @param shaBefore of the whole file
/// @param backup a copy of the file as it was
public record CommentedLine(
        String id,
        Path named,
        Path target,
        int line,
        String variable,
        String lineHash,
        String marker,
        String shaBefore,
        String shaAfter,
        Path backup,
        Instant at) {}
