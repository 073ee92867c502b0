package dev.turnpike.app.agent;

/// Something that an edit can do beside what it must; each adds its line to the diff.
///
/// @param variable the name that it writes
/// @param kind what it is for
/// @param preset whether it is on until somebody says otherwise
public record EditChoice(String variable, Kind kind, boolean preset) {
    static final String TOOL_SEARCH = "ENABLE_TOOL_SEARCH";

    /// What a choice is for.
    public enum Kind {
        /// MCP tool search, which Claude Code switches off behind a gateway.
        TOOL_SEARCH,
        /// A foreign variable of the environment is taken out of effect.
        SHIELD_ENVIRONMENT,
        /// A foreign value in the same file is taken out of effect.
        SHIELD_FILE
    }
}
