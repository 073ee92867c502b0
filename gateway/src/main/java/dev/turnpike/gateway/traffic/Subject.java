package dev.turnpike.gateway.traffic;

import java.util.OptionalInt;

/// What an exchange is about.
public sealed interface Subject {
    /// The user's words, in one line.
    record Words(String text) implements Subject {}

    /// Results of tools.
    ///
    /// @param tool the name of the first one, empty where the request does not tell
    /// @param target the file, pattern or task it was called with, empty where there is none
    /// @param exit the exit code of a command
    /// @param bytes of all results together
    /// @param others how many results there are beside the first
    record ToolResult(String tool, String target, OptionalInt exit, boolean failed, long bytes, int others)
            implements Subject {}

    /// The title of a session.
    record Title() implements Subject {}

    /// A summary of the conversation.
    record Summary() implements Subject {}

    /// A search that a server runs.
    record WebSearch() implements Subject {}

    /// The smallest of requests, to see whether a model answers.
    record Probe() implements Subject {}

    /// A count of tokens.
    record Count() implements Subject {}

    /// The request could not be read, or says nothing.
    record Nothing() implements Subject {}
}
