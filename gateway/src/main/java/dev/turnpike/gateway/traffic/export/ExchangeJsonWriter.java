package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.bytes.FrameBytes;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.ContextParts;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Exchanges as JSON in UTF-8, each on a line of its own (JSON Lines). Fields may be added, never renamed; what is not
/// known is `null`.
///
/// A **summary** has
///
/// - `id`, `number`: its name, and its place among all that were recorded, from 1
/// - `time`: when it arrived, ISO 8601 in UTC
/// - `kind`: `user-turn`, `tool-continuation`, `sub-agent-start`, `sub-agent-continuation`, `background`,
///   `other-client`, `count-tokens`
/// - `client`, `session`, `project`: the program, its session, the folder in which it works
/// - `subject`: what it is about; its `type` is `words` (with `text`), `tool-result` (with `tool`, `target`, `exit`,
///   `failed`, `bytes`, `others`), `title`, `summary`, `web-search`, `probe`, `count` or `nothing`
/// - `askedModel`, `servedModel`, `channel`, `reason`: who was asked for, who served it, and why
/// - `stream`: whether an event stream was asked for
/// - `state`: `waiting`, `answering`, `finished`, `failed`, `abandoned`
/// - `status`, `stopReason`, `error`: what the client got; `error` has `status`, `type`, `message`
/// - `attemptCount`, `retried`, `lostStatus`: how many attempts, whether one was lost, and with which status
/// - `tools`: the names of the tools that are called or answered
/// - `brokenAt`: the number of the message, from 0, at which the prompt cache broke
/// - `requestBytes`, `replyBytes`: the sizes of the client's bodies
/// - `tokens`: `input` without those of the cache, `output`, `cacheRead`, `cacheCreation`
/// - `cost`: its `type` is `known` (with `usd`), `unknown` or `plan`
/// - `firstTokenMs`, `durationMs`: from the arrival, in milliseconds
///
/// A **whole exchange** has all of these and
///
/// - `request`: `path`, `headers` (a list of `name` and `value`), `body`
/// - `parts`: what fills the request, in bytes: `system`, `tools`, `history`, `results`, `fresh`; and `toolCount`,
///   `messageCount`, `freshMessages`
/// - `attempts`: each with `channel`, `servedModel`, `reason`, `uri`, `callersOwnCredential`, `sentAfterMs`,
///   `answeredAfterMs`, `status`, `lostBecause`, `adjustments` (each with `type`, `to` where it is `renamed`, `path`,
///   `reason`), the `headers` of the answer, two bodies: `sent` and `received`, and `events`: what arrived when, with
///   `afterMs`, `event`, `bytes`
/// - `reply`: the body that the client got
/// - `blocks`: the same, put together; the `type` is `text` or `thinking` (with `text`), `tool-call` (with `id`,
///   `name`, `input`) or `other` (with `block`, `json`); `open` where more may follow
///
/// A body has `bytes`, `keeping` (`whole`, `partly`, `let-go`, `missed`, `not-wanted`), `redacted` (credentials in it
/// were overwritten) and, where it is kept, one of `json`, `text` and `base64`.
public final class ExchangeJsonWriter {
    private final Masking masking;

    /// @param mask takes known shapes of secrets out of a text
    public ExchangeJsonWriter(UnaryOperator<String> mask) {
        this.masking = new Masking(mask);
    }

    /// One line: a summary.
    ///
    /// @throws IOException where `out` throws it
    public void summary(ExchangeSummary summary, OutputStream out) throws IOException {
        line(out, json -> new ExchangeFields(json, masking).summary(summary));
    }

    /// One line: the whole exchange.
    ///
    /// @throws IOException where `out` throws it
    public void exchange(RecordedExchange exchange, OutputStream out) throws IOException {
        line(out, json -> whole(exchange, json));
    }

    private static void line(OutputStream out, Consumer<JsonWriter> fields) throws IOException {
        FrameBytes line = new FrameBytes();
        try (JsonWriter json = new JsonWriter(line)) {
            json.object();
            fields.accept(json);
            json.endObject();
        }
        line.write('\n');
        line.writeTo(out);
    }

    private void whole(RecordedExchange exchange, JsonWriter json) {
        ExchangeFields fields = new ExchangeFields(json, masking);
        fields.summary(exchange.summary());
        json.name("request").object();
        fields.text("path", Address.target(exchange.path(), masking).whole());
        fields.headers(exchange.headers());
        fields.body("body", exchange.body());
        json.endObject();
        parts(exchange.parts(), json);
        json.name("attempts").array();
        exchange.attempts().forEach(attempt -> attempt(attempt, json));
        json.endArray();
        fields.body("reply", exchange.reply());
        json.name("blocks").array();
        exchange.blocks().forEach(block -> block(block, json));
        json.endArray();
    }

    private static void parts(ContextParts parts, JsonWriter json) {
        json.name("parts").object();
        json.field("system", parts.system()).field("tools", parts.tools()).field("history", parts.history());
        json.field("results", parts.results()).field("fresh", parts.fresh());
        json.field("toolCount", parts.toolCount()).field("messageCount", parts.messageCount());
        json.field("freshMessages", parts.freshMessages());
        json.endObject();
    }

    private void attempt(RecordedAttempt attempt, JsonWriter json) {
        ExchangeFields fields = new ExchangeFields(json, masking);
        json.object();
        fields.attempt(attempt);
        fields.headers(attempt.headers());
        fields.body("sent", attempt.sent());
        fields.body("received", attempt.received());
        fields.events("events", TimedEvent.of(attempt));
        json.endObject();
    }

    private void block(ReplyBlock block, JsonWriter json) {
        ExchangeFields fields = new ExchangeFields(json, masking);
        json.object();
        switch (block) {
            case ReplyBlock.Text text -> fields.text("type", "text").text("text", text.text());
            case ReplyBlock.Thinking thinking -> fields.text("type", "thinking").text("text", thinking.text());
            case ReplyBlock.ToolCall call -> {
                fields.text("type", "tool-call").text("id", call.id()).text("name", call.name());
                input(call.input(), json);
            }
            case ReplyBlock.Other other ->
                fields.text("type", "other").text("block", other.type()).text("json", other.json());
        }
        json.field("open", block.open());
        json.endObject();
    }

    /// As JSON, or as the text that it is while it is cut.
    private void input(String input, JsonWriter json) {
        json.name("input");
        Masking.container(input)
                .map(masking::json)
                .map(RawJson::oneLine)
                .ifPresentOrElse(json::raw, () -> json.string(masking.text(input)));
    }
}
