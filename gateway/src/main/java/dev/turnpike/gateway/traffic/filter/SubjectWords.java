package dev.turnpike.gateway.traffic.filter;

import dev.turnpike.gateway.traffic.Subject;

/// What free words find of a subject.
public final class SubjectWords {
    private SubjectWords() {}

    /// The user's words, or the tool and what it was called with; empty where the subject has no words.
    public static String of(Subject subject) {
        return switch (subject) {
            case Subject.Words(String text) -> text;
            case Subject.ToolResult result ->
                result.target().isEmpty() ? result.tool() : result.tool() + " " + result.target();
            case Subject.Title _, Subject.Summary _, Subject.WebSearch _ -> "";
            case Subject.Probe _, Subject.Count _, Subject.Nothing _ -> "";
        };
    }
}
