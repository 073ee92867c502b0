package dev.turnpike.gateway.channel;

/// The dialect that an upstream speaks.
public enum UpstreamProtocol {
    /// The Messages API, passed through.
    ANTHROPIC("anthropic"),
    /// OpenAI chat/completions, translated.
    OPENAI_CHAT("openai-chat");

    private final String word;

    UpstreamProtocol(String word) {
        this.word = word;
    }

    /// The word that `turnpike.json` uses.
    public String word() {
        return word;
    }
}
