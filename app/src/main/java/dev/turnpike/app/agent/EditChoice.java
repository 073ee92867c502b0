package dev.turnpike.app.agent;

/// Something that an edit can do beside what it must; each adds its line to the diff.
///
/// @param variable the name that it writes; of those that belong together the first
/// @param kind what it is for
/// @param preset whether it is on until somebody says otherwise
public record EditChoice(String variable, Kind kind, boolean preset) {
    static final String TOOL_SEARCH = "ENABLE_TOOL_SEARCH";
    static final String ATTRIBUTION = "CLAUDE_CODE_ATTRIBUTION_HEADER";
    static final String NO_PROXY = "NO_PROXY";
    static final String FIRST_RUN = "hasCompletedOnboarding";

    /// Whether it keeps something foreign away, and so comes up with what is found.
    public boolean shields() {
        return switch (kind) {
            case SHIELD_ENVIRONMENT, SHIELD_FILE, PROXY_EXEMPTION -> true;
            case TOOL_SEARCH, ATTRIBUTION_OFF, SKIP_FIRST_RUN -> false;
        };
    }

    /// What a choice is for.
    public enum Kind {
        /// MCP tool search, which Claude Code switches off behind a gateway.
        TOOL_SEARCH,
        /// A foreign variable of the environment is taken out of effect.
        SHIELD_ENVIRONMENT,
        /// A foreign value in the same file is taken out of effect.
        SHIELD_FILE,
        /// Loopback is kept away from a proxy.
        PROXY_EXEMPTION,
        /// Claude Code does not write its own version into each prompt, which keeps prompts alike.
        ATTRIBUTION_OFF,
        /// The screens with which Claude Code greets a new user are taken for seen; in a second file.
        SKIP_FIRST_RUN
    }
}
