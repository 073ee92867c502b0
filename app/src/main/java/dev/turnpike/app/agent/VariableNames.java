package dev.turnpike.app.agent;

import java.util.List;

/// The names of Claude Code's variables that decide where its requests go, with what and for which model.
public final class VariableNames {
    public static final String BASE_URL = "ANTHROPIC_BASE_URL";
    public static final String TOKEN = "ANTHROPIC_AUTH_TOKEN";
    public static final String API_KEY = "ANTHROPIC_API_KEY";

    /// Header fields that are added to each request, one a line.
    public static final String HEADERS = "ANTHROPIC_CUSTOM_HEADERS";

    /// Through it requests go past every base URL.
    public static final String SOCKET = "ANTHROPIC_UNIX_SOCKET";

    /// How many tokens a model reads whose name Claude Code does not know.
    public static final String WINDOW = "CLAUDE_CODE_MAX_CONTEXT_TOKENS";

    /// Whether the gateway is asked for its models.
    public static final String DISCOVERY = "CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY";

    /// The model with which a session begins.
    public static final String MODEL = "ANTHROPIC_MODEL";

    /// The same where nobody chose one.
    public static final String DEFAULT_MODEL = "ANTHROPIC_DEFAULT_MODEL";

    /// The names that choose a model, whatever else is chosen.
    public static final List<String> MODELS = List.of(
            MODEL,
            "ANTHROPIC_DEFAULT_OPUS_MODEL",
            "ANTHROPIC_DEFAULT_SONNET_MODEL",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL",
            "ANTHROPIC_DEFAULT_FABLE_MODEL",
            "CLAUDE_CODE_SUBAGENT_MODEL");

    private VariableNames() {}
}
