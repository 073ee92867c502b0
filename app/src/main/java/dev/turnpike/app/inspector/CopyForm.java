package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.ReplyBlock;
import dev.turnpike.gateway.traffic.export.Curl;
import dev.turnpike.gateway.traffic.export.CurlWriter;
import dev.turnpike.gateway.traffic.export.ExchangeJsonWriter;
import dev.turnpike.gateway.traffic.export.Shell;
import dev.turnpike.gateway.traffic.export.TranscriptWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// In which form an exchange is copied. What looks like a secret is masked in all of them.
enum CopyForm {
    /// A command that sends it again; the key is a variable.
    CURL,
    /// The same with the gateway's own key in it.
    CURL_WITH_KEY,
    REQUEST,
    RESPONSE,
    /// What the answer says, without thinking and calls.
    TEXT,
    MARKDOWN,
    /// All that is known of it.
    EXCHANGE;

    /// In a few words.
    String words() {
        return Text.of("traffic.copy." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// What is copied.
    ///
    /// @param text goes onto the clipboard
    /// @param file that a command reads from the folder in which it is run
    record Copied(String text, Optional<Curl.BodyFile> file) {
        static Copied of(String text) {
            return new Copied(text, Optional.empty());
        }
    }

    /// The exchange in this form; empty where what it needs is not kept. Takes time.
    ///
    /// @param key of the gateway
    Optional<Copied> of(RecordedExchange exchange, Optional<String> key) throws IOException {
        return switch (this) {
            case CURL -> curl(new CurlWriter(shell(), Redaction::shown), exchange);
            case CURL_WITH_KEY -> {
                CurlWriter writer = new CurlWriter(shell(), Redaction::shown);
                yield key.flatMap(known -> curl(writer.withKey(known), exchange));
            }
            case REQUEST -> body(exchange.body());
            case RESPONSE -> response(exchange);
            case TEXT -> said(exchange);
            case MARKDOWN -> {
                StringBuilder out = new StringBuilder();
                new TranscriptWriter(Redaction::shown).write(exchange, out);
                yield Optional.of(Copied.of(out.toString()));
            }
            case EXCHANGE -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                new ExchangeJsonWriter(Redaction::shown).exchange(exchange, out);
                yield Optional.of(Copied.of(pretty(out.toString(StandardCharsets.UTF_8))));
            }
        };
    }

    private static Shell shell() {
        return System.getProperty("os.name", "").startsWith("Windows") ? Shell.POWERSHELL : Shell.BASH;
    }

    private static Optional<Copied> curl(CurlWriter writer, RecordedExchange exchange) {
        return writer.client(exchange).map(curl -> new Copied(curl.command(), curl.body()));
    }

    private static Optional<Copied> body(Body body) {
        return body.isKept() && body.size() > 0
                ? Optional.of(Copied.of(pretty(Redaction.shown(body.text()))))
                : Optional.empty();
    }

    private static String pretty(String text) {
        try {
            JsonMapper mapper = JsonMapper.shared();
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(text));
        } catch (JacksonException _) {
            return text;
        }
    }

    /// The answer as one message, also where it came as a stream.
    private static Optional<Copied> response(RecordedExchange exchange) {
        if (!exchange.stream() || exchange.blocks().isEmpty()) {
            return body(exchange.reply());
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("type", "message").put("role", "assistant");
        message.put("model", exchange.summary().servedModel());
        ArrayNode content = message.putArray("content");
        exchange.blocks().forEach(block -> content.add(json(block)));
        if (exchange.summary().state() instanceof ExchangeState.Finished finished) {
            message.put("stop_reason", finished.stopReason());
        }
        return Optional.of(Copied.of(Redaction.shown(message.toPrettyString())));
    }

    private static ObjectNode json(ReplyBlock block) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (block) {
            case ReplyBlock.Text text -> json.put("type", "text").put("text", text.text());
            case ReplyBlock.Thinking thinking -> json.put("type", "thinking").put("thinking", thinking.text());
            case ReplyBlock.ToolCall call -> {
                json.put("type", "tool_use").put("id", call.id()).put("name", call.name());
                value(json, "input", call.input());
            }
            case ReplyBlock.Other other -> {
                json.put("type", other.type());
                value(json, "block", other.json());
            }
        }
        return json;
    }

    private static void value(ObjectNode json, String name, String text) {
        try {
            json.set(name, JsonMapper.shared().readTree(text));
        } catch (JacksonException _) {
            // it is cut, or has not come to its end
            json.put(name, text);
        }
    }

    private static Optional<Copied> said(RecordedExchange exchange) {
        String said = exchange.blocks().stream()
                .filter(ReplyBlock.Text.class::isInstance)
                .map(block -> ((ReplyBlock.Text) block).text())
                .collect(Collectors.joining("\n\n"));
        return said.isEmpty() ? Optional.empty() : Optional.of(Copied.of(Redaction.shown(said)));
    }
}
