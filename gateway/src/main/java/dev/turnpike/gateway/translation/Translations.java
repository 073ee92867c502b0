package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;

/// The translation for each dialect.
public final class Translations {
    private Translations() {}

    /// The translation for a channel of that protocol whose upstream accepts what `compat` says.
    public static Translation of(UpstreamProtocol protocol, ChannelId channel, Compat compat) {
        return switch (protocol) {
            case ANTHROPIC -> new PassThrough(compat);
            case OPENAI_CHAT -> new ChatTranslation(channel, compat);
        };
    }
}
