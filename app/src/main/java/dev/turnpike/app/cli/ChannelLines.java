package dev.turnpike.app.cli;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ModelRule;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A channel as people read it in a terminal.
///
/// @param url where its model calls go
/// @param models `opus → deepseek-v4-pro, …`
/// @param key masked, or why there is none
record ChannelLines(String id, String protocol, String url, String models, String key, boolean enabled) {
    /// All channels, in order of use.
    static List<ChannelLines> of(ChannelBook book, SecretSource secrets) {
        return book.channels().stream().map(channel -> of(channel, secrets)).toList();
    }

    private static ChannelLines of(Channel channel, SecretSource secrets) {
        return new ChannelLines(
                channel.id().value(),
                channel.protocol().word(),
                channel.endpoint().messages().toString(),
                models(channel.models().rules()),
                key(channel, secrets),
                channel.enabled());
    }

    /// One line without the models.
    String brief() {
        return id + "  " + protocol + "  " + url + "  " + key + (enabled ? "" : "  (disabled)");
    }

    private static String models(List<ModelRule> rules) {
        return rules.isEmpty()
                ? "as asked"
                : rules.stream()
                        .map(rule -> rule.pattern() + " → " + rule.served())
                        .collect(Collectors.joining(", "));
    }

    private static String key(Channel channel, SecretSource secrets) {
        if (channel.auth() == AuthStyle.FORWARD) {
            return "the caller's own key";
        }
        if (channel.auth() == AuthStyle.NONE || channel.keys().isEmpty()) {
            return channel.auth() == AuthStyle.KEY_OR_CALLER ? "the caller's own key" : "no key";
        }
        return channel.keys().stream()
                .flatMap(reference -> secrets.find(reference).stream())
                .findFirst()
                .map(Secrets::masked)
                .orElseGet(() -> missing(channel.keys().getFirst()));
    }

    private static String missing(SecretRef reference) {
        return switch (reference) {
            case SecretRef.EnvironmentSecret environment -> environment.variable() + " is not set";
            case SecretRef.VaultSecret vault -> "vault entry " + vault.name() + " cannot be read";
            case SecretRef.LiteralSecret literal -> "no key";
        };
    }

    /// What the models are, cut to that many characters.
    String shortModels(int limit) {
        return Optional.of(models)
                .filter(text -> text.length() <= limit)
                .orElseGet(() -> models.substring(0, Math.max(0, limit - 1)) + "…");
    }
}
