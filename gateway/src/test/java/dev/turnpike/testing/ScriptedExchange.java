package dev.turnpike.testing;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.translation.Adjustment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Tells a listener the moments of one exchange, by a clock of its own.
public final class ScriptedExchange {
    private static final long START = 1_700_000_000_000L;

    private final Consumer<Moment> listener;
    private final ExchangeId id;
    private final long startMillis;
    private long nanos;
    private int attempt;
    private byte[] body = new byte[0];

    public ScriptedExchange(ExchangeListener listener, String id) {
        this(listener::on, id, START);
    }

    /// @param startMillis when it arrives
    public ScriptedExchange(Consumer<Moment> listener, String id, long startMillis) {
        this.listener = listener;
        this.id = new ExchangeId(id);
        this.startMillis = startMillis;
        this.nanos = startMillis * 1_000_000;
    }

    public ExchangeId id() {
        return id;
    }

    /// Lets time pass before the next moment.
    public ScriptedExchange after(long millis) {
        nanos += millis * 1_000_000;
        return this;
    }

    public ScriptedExchange arrived(ClaudeRequest request) {
        return arrived(ExchangeKind.MESSAGES, request.headers(), request.body()).understood(request.model(), true);
    }

    public ScriptedExchange arrived(ExchangeKind kind, Headers headers, byte[] sent) {
        String path = kind == ExchangeKind.MESSAGES ? "/v1/messages?beta=true" : "/v1/messages/count_tokens?beta=true";
        return arrived(kind, path, headers, sent);
    }

    public ScriptedExchange arrived(ExchangeKind kind, String path, Headers headers, byte[] sent) {
        body = sent;
        return tell(new Moment.Arrived(id, nanos, kind, startMillis, path, headers, sent));
    }

    public ScriptedExchange understood(String model, boolean stream) {
        return tell(new Moment.Understood(id, nanos, model, stream));
    }

    /// It is routed and sent as it came.
    public ScriptedExchange sent(String channel, String model, String reason) {
        attempt++;
        tell(new Moment.Routed(id, nanos, new ChannelId(channel), model, reason));
        return tell(
                new Moment.Sent(id, nanos, attempt, URI.create("https://" + channel + ".example/v1/messages"), body));
    }

    /// What comes belongs to that attempt, which somebody else has told of.
    public ScriptedExchange attempt(int number) {
        attempt = number;
        return this;
    }

    public ScriptedExchange answered(int status) {
        return tell(new Moment.Answered(id, nanos, attempt, status, Headers.of("request-id", "up-1")));
    }

    public ScriptedExchange answered(int status, String... headers) {
        return tell(new Moment.Answered(id, nanos, attempt, status, Headers.of(headers)));
    }

    public ScriptedExchange adjusted(Adjustment... adjustments) {
        return tell(new Moment.Adjusted(id, nanos, List.of(adjustments)));
    }

    /// It is routed, and sent in another dialect.
    public ScriptedExchange sent(String channel, String model, URI uri, String translated) {
        attempt++;
        tell(new Moment.Routed(id, nanos, new ChannelId(channel), model, "the only channel"));
        return tell(new Moment.Sent(id, nanos, attempt, uri, translated.getBytes(StandardCharsets.UTF_8)));
    }

    public ScriptedExchange retried(String why) {
        return tell(new Moment.Retried(id, nanos, attempt, why));
    }

    /// The stream begins.
    public ScriptedExchange begun(int input) {
        return event(
                "message_start",
                "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\","
                        + "\"role\":\"assistant\",\"model\":\"x\",\"content\":[],\"usage\":{\"input_tokens\":" + input
                        + ",\"output_tokens\":0}}}");
    }

    public ScriptedExchange text(int index) {
        return start(index, "{\"type\":\"text\",\"text\":\"\"}");
    }

    public ScriptedExchange thinking(int index) {
        return start(index, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
    }

    public ScriptedExchange tool(int index, String name) {
        return start(index, "{\"type\":\"tool_use\",\"id\":\"t" + index + "\",\"name\":\"" + name + "\",\"input\":{}}");
    }

    private ScriptedExchange start(int index, String block) {
        return event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + block + "}");
    }

    public ScriptedExchange says(int index, String text) {
        return delta(index, "text_delta", "text", text);
    }

    public ScriptedExchange thinks(int index, String text) {
        return delta(index, "thinking_delta", "thinking", text);
    }

    public ScriptedExchange input(int index, String json) {
        return delta(index, "input_json_delta", "partial_json", json);
    }

    private ScriptedExchange delta(int index, String type, String field, String text) {
        return event(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":" + index
                        + ",\"delta\":{\"type\":\"" + type + "\",\"" + field + "\":"
                        + JsonMapper.shared().writeValueAsString(text) + "}}");
    }

    public ScriptedExchange closed(int index) {
        return event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":" + index + "}");
    }

    public ScriptedExchange event(String name, String data) {
        return passed("event: " + name + "\ndata: " + data + "\n\n");
    }

    /// The upstream answers these bytes, which are not what passes on.
    public ScriptedExchange received(String text) {
        return tell(new Moment.Received(id, nanos, attempt, text.getBytes(StandardCharsets.UTF_8)));
    }

    public ScriptedExchange passed(String text) {
        return tell(new Moment.EventPassed(id, nanos, text.getBytes(StandardCharsets.UTF_8)));
    }

    public ScriptedExchange finished(int input, int output) {
        return finished(new TokenUsage(input, output, 0, 0));
    }

    public ScriptedExchange finished(TokenUsage usage) {
        event(
                "message_delta",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}," + "\"usage\":{\"input_tokens\":"
                        + usage.input() + ",\"output_tokens\":" + usage.output() + "}}");
        event("message_stop", "{\"type\":\"message_stop\"}");
        return tell(new Moment.Finished(id, nanos, 200, usage, "end_turn"));
    }

    public ScriptedExchange failed(int status, String message, boolean committed) {
        return tell(new Moment.Failed(id, nanos, ApiError.of(status, message), committed));
    }

    public ScriptedExchange abandoned() {
        return tell(new Moment.Abandoned(id, nanos));
    }

    private ScriptedExchange tell(Moment moment) {
        listener.accept(moment);
        return this;
    }
}
