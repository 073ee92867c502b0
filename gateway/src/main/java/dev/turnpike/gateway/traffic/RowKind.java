package dev.turnpike.gateway.traffic;

/// What part an exchange plays in a session.
public enum RowKind {
    /// The user said something.
    USER_TURN,
    /// Tools answered.
    TOOL_CONTINUATION,
    /// A sub-agent begins.
    SUB_AGENT_START,
    /// A sub-agent goes on.
    SUB_AGENT_CONTINUATION,
    /// Titles, summaries, probes: what the agent asks on its own account.
    BACKGROUND,
    /// Anybody but Claude Code.
    OTHER_CLIENT,
    /// A count of tokens.
    COUNT_TOKENS;

    /// Belongs to a sub-agent.
    public boolean isSubAgent() {
        return this == SUB_AGENT_START || this == SUB_AGENT_CONTINUATION;
    }
}
