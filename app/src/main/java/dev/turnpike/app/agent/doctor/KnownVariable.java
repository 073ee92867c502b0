package dev.turnpike.app.agent.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A variable that matters to where Claude Code's requests go, and why.
///
/// @param group what it is about
public record KnownVariable(String name, Group group) {
    /// What a variable is about.
    public enum Group {
        /// Where requests go.
        ROUTE,
        /// Another vendor's cloud in place of the base URL.
        SWITCH,
        CREDENTIAL,
        MODEL,
        /// What stands between the client and the gateway.
        TRANSPORT,
        /// What explains oddities.
        BEHAVIOUR,
        /// Which folder is read at all.
        FOLDER,
        /// A key of a settings file that is no variable.
        SETTING
    }

    public static final String BASE_URL = "ANTHROPIC_BASE_URL";
    public static final String AUTH_TOKEN = "ANTHROPIC_AUTH_TOKEN";
    public static final String API_KEY = "ANTHROPIC_API_KEY";

    private static final Map<String, KnownVariable> ALL = new LinkedHashMap<>();

    static {
        add(
                Group.ROUTE,
                BASE_URL,
                "ANTHROPIC_UNIX_SOCKET",
                "ANTHROPIC_BEDROCK_BASE_URL",
                "ANTHROPIC_VERTEX_BASE_URL",
                "ANTHROPIC_FOUNDRY_BASE_URL",
                "ANTHROPIC_API_BASE_URL",
                "CLAUDE_AGENT_API_BASE_URL",
                "CLAUDE_CODE_API_BASE_URL");
        add(
                Group.CREDENTIAL,
                AUTH_TOKEN,
                API_KEY,
                "CLAUDE_CODE_OAUTH_TOKEN",
                "ANTHROPIC_FEDERATION_RULE_ID",
                "ANTHROPIC_ORGANIZATION_ID",
                "ANTHROPIC_IDENTITY_TOKEN",
                "ANTHROPIC_IDENTITY_TOKEN_FILE",
                "ANTHROPIC_SERVICE_ACCOUNT_ID",
                "ANTHROPIC_WORKSPACE_ID",
                "ANTHROPIC_SCOPE",
                "ANTHROPIC_PROFILE");
        add(
                Group.SWITCH,
                "CLAUDE_CODE_USE_BEDROCK",
                "CLAUDE_CODE_USE_VERTEX",
                "CLAUDE_CODE_USE_FOUNDRY",
                "CLAUDE_CODE_USE_MANTLE",
                "CLAUDE_CODE_USE_GATEWAY",
                "CLAUDE_CODE_USE_ANTHROPIC_AWS",
                "CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD",
                "CLAUDE_CODE_SKIP_BEDROCK_AUTH",
                "CLAUDE_CODE_SKIP_VERTEX_AUTH",
                "CLAUDE_CODE_SKIP_FOUNDRY_AUTH",
                "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST",
                "CLAUDE_CODE_HOST_AUTH_ENV_VAR");
        add(
                Group.MODEL,
                "ANTHROPIC_MODEL",
                "ANTHROPIC_DEFAULT_MODEL",
                "ANTHROPIC_DEFAULT_OPUS_MODEL",
                "ANTHROPIC_DEFAULT_SONNET_MODEL",
                "ANTHROPIC_DEFAULT_HAIKU_MODEL",
                "ANTHROPIC_DEFAULT_FABLE_MODEL",
                "ANTHROPIC_SMALL_FAST_MODEL",
                "CLAUDE_CODE_SUBAGENT_MODEL",
                "ANTHROPIC_CUSTOM_MODEL_OPTION");
        add(
                Group.TRANSPORT,
                "HTTP_PROXY",
                "http_proxy",
                "HTTPS_PROXY",
                "https_proxy",
                "ALL_PROXY",
                "all_proxy",
                "NO_PROXY",
                "no_proxy",
                "NODE_EXTRA_CA_CERTS",
                "ANTHROPIC_CUSTOM_HEADERS",
                "API_TIMEOUT_MS");
        add(
                Group.BEHAVIOUR,
                "CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY",
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
                "CLAUDE_CODE_MAX_CONTEXT_TOKENS",
                "ENABLE_TOOL_SEARCH",
                "CLAUDE_CODE_ATTRIBUTION_HEADER",
                "DISABLE_PROMPT_CACHING",
                "CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS",
                "MAX_THINKING_TOKENS");
        add(Group.FOLDER, "CLAUDE_CONFIG_DIR");
        add(Group.SETTING, "apiKeyHelper", "model", "forceLoginMethod");
    }

    private static void add(Group group, String... names) {
        for (String name : names) {
            ALL.put(name, new KnownVariable(name, group));
        }
    }

    /// All of them, those that decide most first.
    public static List<KnownVariable> all() {
        return List.copyOf(ALL.values());
    }

    /// The variable of that name; names are read as written.
    public static Optional<KnownVariable> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// Whether only a hash of its value may be kept.
    public static boolean isSecret(String name) {
        boolean credential =
                find(name).filter(known -> known.group() == Group.CREDENTIAL).isPresent();
        return (credential && !name.endsWith("_FILE")) || name.equals("ANTHROPIC_CUSTOM_HEADERS");
    }
}
