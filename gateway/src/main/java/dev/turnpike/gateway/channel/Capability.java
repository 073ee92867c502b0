package dev.turnpike.gateway.channel;

/// Something in which upstreams of one protocol differ. A channel can say yes or no to each in `turnpike.json`, under
/// `compat`; else the family of the model decides, else what most servers do.
public enum Capability {
    /// The limit is called `max_completion_tokens` instead of `max_tokens`.
    MAX_COMPLETION_TOKENS("maxCompletionTokens", false),
    /// Takes `temperature`, `top_p` and `stop`.
    SAMPLING("sampling", true),
    /// Takes `top_k`.
    TOP_K("topK", false),
    /// Takes `reasoning_effort`.
    REASONING_EFFORT("reasoningEffort", false),
    /// Takes `stream_options`, by which it is asked for the usage.
    STREAM_OPTIONS("streamOptions", true),
    /// Takes `parallel_tool_calls`.
    PARALLEL_TOOL_CALLS("parallelToolCalls", true),
    /// Takes `user`, by which it tells abuse of one user from that of another.
    USER("user", true),
    /// Takes `prompt_cache_key`, by which it sends the requests of a session to where its prompt is cached.
    PROMPT_CACHE_KEY("promptCacheKey", false),
    /// Takes any id for a call; else, as Mistral does, those of nine letters and digits.
    ANY_CALL_ID("anyCallId", true),
    /// Takes ids of calls of up to 64 characters; else, as OpenAI does, of 40.
    LONG_CALL_IDS("longCallIds", true),
    /// Takes any JSON schema; else what Gemini refuses is taken out of it.
    ANY_SCHEMA("anySchema", true),
    /// Takes images.
    IMAGES("images", true),
    /// Takes documents as parts of the type `file`.
    FILES("files", false),
    /// Takes system messages in the middle of a conversation.
    SYSTEM_ANYWHERE("systemAnywhere", true),
    /// Takes messages of one role behind each other.
    SAME_ROLE_RUNS("sameRoleRuns", true),
    /// Takes an assistant message whose content is `null`; else it is an empty string.
    NULL_CONTENT("nullContent", true),
    /// Takes a tool's result that is empty; else it says that there was no output.
    EMPTY_RESULTS("emptyResults", true),
    /// Takes earlier thinking back, as `reasoning_content` of the messages that called tools.
    REASONING("reasoning", true),
    /// Insists on `reasoning_content` in every message that called tools.
    REASONING_REQUIRED("reasoningRequired", false),
    /// Signs the thought behind a call, and wants the signature back with the call, as Gemini does.
    THOUGHT_SIGNATURES("thoughtSignatures", false),
    /// Answers that begin with a think tag have their reasoning in it.
    THINK_TAGS("thinkTags", true),
    /// Answers begin inside of a think tag that the prompt opened.
    THINK_OPENED("thinkOpened", false),
    /// Checks the signatures of thinking, as Anthropic does: thinking of others is refused.
    CHECKED_SIGNATURES("checkedSignatures", false),
    /// Runs Anthropic's `web_search` itself. Only a server that speaks the Messages API can.
    WEB_SEARCH("webSearch", true);

    private final String word;
    private final boolean usual;

    Capability(String word, boolean usual) {
        this.word = word;
        this.usual = usual;
    }

    /// Its key in `turnpike.json`.
    public String word() {
        return word;
    }

    /// What holds where nobody says anything else.
    public boolean usual() {
        return usual;
    }
}
