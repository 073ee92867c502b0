package dev.turnpike.app.inspector;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.translation.Adjustment;
import dev.turnpike.gateway.translation.ReplyFrames;
import dev.turnpike.gateway.translation.ReplyTranslation;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import dev.turnpike.testing.ScriptedExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An exchange whose request and answer the gateway's own translation has translated.
final class TranslatedExchange {
    static final URI CHAT = URI.create("https://vllm.example/v1/chat/completions");
    static final String CHANNEL = "vllm";
    private static final long START = 1_700_000_000_000L;

    private final Recorder recorder;
    private final ScriptedExchange exchange;
    private final Translation translation;
    private final TranslatedRequest sent;
    private final ReplyTranslation back;
    private final ReplyFrames frames = new ReplyFrames();

    TranslatedExchange(String body, String model, UpstreamProtocol protocol, URI uri) {
        this(new Recorder(), START, Headers.of("user-agent", "claude-cli/2.1.329"), body, model, protocol, uri);
    }

    private TranslatedExchange(
            Recorder recorder,
            long startMillis,
            Headers headers,
            String body,
            String model,
            UpstreamProtocol protocol,
            URI uri) {
        this.recorder = recorder;
        exchange = new ScriptedExchange(recorder::on, "t1", startMillis);
        byte[] asked = body.getBytes(StandardCharsets.UTF_8);
        RequestHead head = MessagesCodec.head(asked);
        translation = Translations.of(protocol, new ChannelId(CHANNEL), Compat.DEFAULT);
        sent = translation.request(asked, head, model);
        back = translation.reply(sent);
        exchange.arrived(ExchangeKind.MESSAGES, headers, asked)
                .understood(head.model(), true)
                .after(1)
                .sent(CHANNEL, model, uri, new String(sent.bytes(), StandardCharsets.UTF_8));
        if (!sent.adjustments().isEmpty()) {
            exchange.adjusted(sent.adjustments().toArray(Adjustment[]::new));
        }
    }

    /// A turn of Claude Code to a model of OpenAI's.
    static TranslatedExchange chat() {
        return new TranslatedExchange(request(), "openai/gpt-5.1", UpstreamProtocol.OPENAI_CHAT, CHAT);
    }

    /// The same among other exchanges, in that session.
    static TranslatedExchange chat(Recorder recorder, long startMillis, String session) {
        Headers headers = Headers.of("user-agent", "claude-cli/2.1.329", "x-claude-code-session-id", session);
        return new TranslatedExchange(
                recorder, startMillis, headers, request(), "openai/gpt-5.1", UpstreamProtocol.OPENAI_CHAT, CHAT);
    }

    /// System prompt, thinking, stop sequences, marks for the cache, twelve tools, calls and results.
    static String request() {
        String tools = IntStream.range(0, 12)
                .mapToObj(i -> "{\"name\":\"" + (i == 3 ? "mcp__files__read.all" : "Tool" + i)
                        + "\",\"description\":\"The tool " + i
                        + "\",\"input_schema\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}},"
                        + "\"required\":[\"path\"]}" + (i == 11 ? ",\"cache_control\":{\"type\":\"ephemeral\"}" : "")
                        + "}")
                .collect(Collectors.joining(","));
        return """
                {"model":"claude-sonnet-5","max_tokens":32000,
                "system":[{"type":"text","text":"You are Claude Code, an agent."},
                {"type":"text","text":"# Environment\\n - Platform: linux","cache_control":{"type":"ephemeral"}}],
                "messages":[{"role":"user","content":[{"type":"text","text":"Shorten the install page"}]},
                {"role":"assistant","content":[{"type":"thinking","thinking":"Read it first.","signature":"sig"},
                {"type":"text","text":"I read it."},
                {"type":"tool_use","id":"toolu_01","name":"mcp__files__read.all","input":{"path":"docs/install.md"}},
                {"type":"tool_use","id":"toolu_02","name":"Tool1","input":{"path":"docs"}}]},
                {"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_01","content":"# Install"},
                {"type":"tool_result","tool_use_id":"toolu_02","content":"no such file","is_error":true},
                {"type":"text","text":"Go on","cache_control":{"type":"ephemeral"}}]}],
                "tools":[%s],"tool_choice":{"type":"auto"},
                "thinking":{"type":"enabled","budget_tokens":20000},"stop_sequences":["</done>"],
                "top_k":40,"stream":true,"metadata":{"user_id":"nobody"}}""".formatted(tools);
    }

    ScriptedExchange script() {
        return exchange;
    }

    /// The upstream answers these bytes, and what they become goes to the client.
    void answers(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.received(text);
        back.accept(bytes, 0, bytes.length, frames);
        passOn();
    }

    private void passOn() {
        byte[] ready = frames.take();
        if (ready.length > 0) {
            exchange.passed(new String(ready, StandardCharsets.UTF_8));
        }
    }

    /// A chunk of the stream.
    void chunk(String delta, String finish) {
        answers("data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"model\":\"gpt-5.1\",\"choices\":"
                + "[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}\n\n");
    }

    /// The rest of the stream after a call of a tool.
    void streams() {
        chunk("{\"role\":\"assistant\",\"content\":\"I shorten \"}", "null");
        chunk("{\"content\":\"the page.\"}", "null");
        chunk(
                "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":"
                        + "{\"name\":\"Tool2\",\"arguments\":\"\"}}]}",
                "null");
        chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"path\\\":\"}}]}", "null");
        chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"a\\\"}\"}}]}", "null");
        chunk("{}", "\"tool_calls\"");
        answers("data: {\"id\":\"chatcmpl-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":40600,"
                + "\"completion_tokens\":930,\"total_tokens\":41530,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":600}}}\n\ndata: [DONE]\n\n");
    }

    /// The client has all of it.
    void finishes() {
        recorder.on(new Moment.Finished(exchange.id(), System.nanoTime(), 200, TokenUsage.NONE, "tool_use"));
    }

    RecordedExchange recorded() {
        return recorder.feed().detail(new ExchangeId("t1")).orElseThrow();
    }

    Recorder recorder() {
        return recorder;
    }
}
