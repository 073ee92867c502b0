package dev.turnpike.gateway.channel;

import java.net.URI;

/// How a channel's credential travels.
public enum AuthStyle {
    /// `x-api-key` for api.anthropic.com, `Authorization: Bearer` elsewhere.
    AUTO("auto"),
    BEARER("bearer"),
    X_API_KEY("x-api-key"),
    /// No credential at all.
    NONE("none"),
    /// The caller's own credential, for a Claude subscription.
    FORWARD("forward"),
    /// The channel's key, else the caller's: only in environment mode without a gateway key.
    KEY_OR_CALLER("key-or-caller");

    private final String word;

    AuthStyle(String word) {
        this.word = word;
    }

    /// The word that `turnpike.json` uses.
    public String word() {
        return word;
    }

    /// The style that this one means for an upstream: `AUTO` is decided by the host, any other stays.
    public AuthStyle at(URI upstream) {
        if (this != AUTO) {
            return this;
        }
        return "api.anthropic.com".equalsIgnoreCase(upstream.getHost()) ? X_API_KEY : BEARER;
    }
}
