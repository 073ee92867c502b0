package dev.turnpike.gateway.traffic.filter;

import java.util.Locale;

/// A text of an exchange that a filter looks into.
public enum FilterField implements FilterKey {
    /// The model that was asked for, or the one that served: holds the value.
    MODEL("asked or served model", "model:opus"),
    /// Holds the value.
    SERVED("model that served", "served:deepseek"),
    /// Holds the value.
    ASKED("model that was asked for", "asked:claude-opus"),
    /// The id of the channel holds the value.
    CHANNEL("channel that served", "channel:openrouter"),
    /// The id of the session begins with the value.
    SESSION("session, by the beginning of its id", "session:4f2a"),
    /// The folder holds the value; a `~` that stands for a home folder fits any.
    PROJECT("folder of the project", "project:~/work/shop"),
    /// The name of the program holds the value.
    CLIENT("program that asks", "client:claude-cli"),
    /// The name of a tool that was called or answered begins with the value, with or without the server that brings it.
    TOOL("tool that was called or answered", "tool:Bash");

    private final String description;
    private final String example;

    FilterField(String description, String example) {
        this.description = description;
        this.example = example;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String example() {
        return example;
    }

    /// What is looked for where this value is written.
    public String sought(String value) {
        return this == PROJECT && value.startsWith("~/") ? value.substring(1) : value;
    }
}
