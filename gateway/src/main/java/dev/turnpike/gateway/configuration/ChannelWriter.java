package dev.turnpike.gateway.configuration;

import static dev.turnpike.gateway.json.JsonDocument.quoted;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ModelRule;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.SecretRef.EnvironmentSecret;
import dev.turnpike.gateway.channel.SecretRef.LiteralSecret;
import dev.turnpike.gateway.channel.SecretRef.VaultSecret;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.http.Headers.Header;
import dev.turnpike.gateway.json.JsonDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Writes what is different of one channel into `turnpike.json`. Whatever else stands in it stays.
final class ChannelWriter {
    private final String at;
    private JsonDocument document;

    private ChannelWriter(JsonDocument document, String at) {
        this.document = document;
        this.at = at;
    }

    /// The document with those keys of a channel changed that differ between `before` and `after`.
    ///
    /// @param at the JSON pointer of the channel
    static JsonDocument changed(JsonDocument document, String at, Channel before, Channel after) {
        ChannelWriter writer = new ChannelWriter(document, at);
        writer.write(before, after);
        return writer.document;
    }

    /// A new channel as JSON: what it needs, and what is not as it would be anyway.
    static String json(Channel channel) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("id", quoted(channel.id().value()));
        if (!channel.name().equals(channel.id().value())) {
            members.put("name", quoted(channel.name()));
        }
        members.put("protocol", quoted(channel.protocol().word()));
        members.put("baseUrl", quoted(channel.endpoint().base().toString()));
        if (!channel.keys().isEmpty()) {
            members.put(
                    "keys",
                    channel.keys().stream().map(ChannelWriter::key).collect(Collectors.joining(", ", "[", "]")));
        }
        if (channel.auth() != AuthStyle.AUTO) {
            members.put("auth", quoted(channel.auth().word()));
        }
        Map<String, String> models = models(channel);
        if (!models.isEmpty()) {
            members.put("models", object(models));
        }
        JsonDocument alone = JsonDocument.of(object(members));
        return changed(alone, "", bare(channel), channel).text();
    }

    /// The channel without what a new one need not say.
    private static Channel bare(Channel c) {
        return Channel.plain(c.id(), c.name(), c.protocol(), c.endpoint())
                .withKeys(c.keys())
                .withAuth(c.auth())
                .withModels(c.models());
    }

    private void write(Channel before, Channel after) {
        text("id", before.id().value(), after.id().value());
        text("name", before.name(), after.name());
        text("protocol", before.protocol().word(), after.protocol().word());
        text(
                "baseUrl",
                before.endpoint().base().toString(),
                after.endpoint().base().toString());
        keys(before.keys(), after.keys());
        text("auth", before.auth().word(), after.auth().word());
        entries("models", models(before), models(after));
        if (!before.allow().equals(after.allow())) {
            set("allow", after.allow().stream().map(JsonDocument::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
        entries("headers", headers(before), headers(after));
        if (!Objects.equals(before.proxy(), after.proxy())) {
            set("proxy", after.proxy() == null ? "null" : quoted(after.proxy().toString()));
        }
        if (!Objects.equals(before.trust(), after.trust())) {
            set("trust", after.trust() == null ? "null" : quoted(after.trust().toString()));
        }
        if (before.enabled() != after.enabled()) {
            set("enabled", Boolean.toString(after.enabled()));
        }
        text("failover", before.failover().word(), after.failover().word());
        timeouts(before.timeouts(), after.timeouts());
    }

    private void text(String name, String before, String after) {
        if (!before.equals(after)) {
            set(name, quoted(after));
        }
    }

    private void set(String name, String json) {
        document = document.with(at + "/" + name, json);
    }

    /// What is no longer there goes, what is new comes last; the others keep their place and their bytes.
    private void keys(List<SecretRef> before, List<SecretRef> after) {
        if (before.equals(after)) {
            return;
        }
        List<SecretRef> kept = before.stream().filter(after::contains).toList();
        boolean inOrder =
                after.size() >= kept.size() && after.subList(0, kept.size()).equals(kept);
        if (!inOrder || !isContainer("keys", '[')) {
            set("keys", after.stream().map(ChannelWriter::key).collect(Collectors.joining(", ", "[", "]")));
            return;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!after.contains(before.get(i))) {
                document = document.without(at + "/keys/" + i);
            }
        }
        after.subList(kept.size(), after.size()).forEach(key -> set("keys/-", key(key)));
    }

    private void entries(String name, Map<String, String> before, Map<String, String> after) {
        if (before.equals(after)) {
            return;
        }
        if (!isContainer(name, '{')) {
            set(name, object(after));
            return;
        }
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> document = document.without(at + "/" + name + "/" + escaped(key)));
        after.forEach((key, json) -> {
            if (!json.equals(before.get(key))) {
                set(name + "/" + escaped(key), json);
            }
        });
    }

    private void timeouts(Timeouts before, Timeouts after) {
        if (!before.equals(after) && !isContainer("timeouts", '{')) {
            set("timeouts", "{}");
        }
        seconds("connectSeconds", before.connect(), after.connect());
        seconds("firstByteSeconds", before.firstByte(), after.firstByte());
        seconds("idleSeconds", before.idle(), after.idle());
    }

    private void seconds(String name, Duration before, Duration after) {
        if (!before.equals(after)) {
            set(
                    "timeouts/" + name,
                    BigDecimal.valueOf(after.toMillis(), 3).stripTrailingZeros().toPlainString());
        }
    }

    private boolean isContainer(String name, char opening) {
        return document.raw(at + "/" + name)
                .filter(raw -> raw.charAt(0) == opening)
                .isPresent();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(e -> quoted(e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String key(SecretRef key) {
        return switch (key) {
            case EnvironmentSecret(var variable) -> "{\"env\": " + quoted(variable) + "}";
            case VaultSecret(var name) -> "{\"vault\": " + quoted(name) + "}";
            case LiteralSecret(var value) -> "{\"value\": " + quoted(value) + "}";
        };
    }

    private static Map<String, String> models(Channel channel) {
        Map<String, String> models = new LinkedHashMap<>();
        for (ModelRule rule : channel.models().rules()) {
            models.put(rule.pattern(), quoted(rule.served()));
        }
        return models;
    }

    private static Map<String, String> headers(Channel channel) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header field : channel.headers().fields()) {
            headers.put(field.name(), quoted(field.value()));
        }
        return headers;
    }
}
