package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.translation.Adjustment;
import dev.turnpike.gateway.usage.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes what is known of an exchange as fields of JSON; what is not known is `null`.
final class ExchangeFields {
    private static final int NANOS = 9;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonWriter json;
    private final Masking masking;

    ExchangeFields(JsonWriter json, Masking masking) {
        this.json = json;
        this.masking = masking;
    }

    void summary(ExchangeSummary summary) {
        Ending ending = Ending.of(summary);
        text("id", summary.id().value());
        json.field("number", summary.number());
        text("time", time(summary.epochMillis()));
        text("kind", word(summary.kind()));
        text("client", summary.session().client());
        text("session", summary.session().id());
        text("project", summary.project());
        subject(summary.subject());
        text("askedModel", summary.askedModel());
        text("servedModel", summary.servedModel());
        text("channel", summary.channel());
        text("reason", summary.reason());
        json.field("stream", summary.stream());
        text("state", ending.word());
        number("status", ending.status());
        text("stopReason", ending.stopReason());
        error(ending);
        json.field("attemptCount", summary.attempts());
        json.field("retried", summary.retried());
        number("lostStatus", summary.lostStatus());
        texts("tools", summary.tools());
        json.name("brokenAt");
        summary.brokenAt().ifPresentOrElse(json::number, json::nothing);
        json.field("requestBytes", summary.requestBytes());
        json.field("replyBytes", summary.replyBytes());
        tokens(summary.usage());
        cost(summary.cost());
        millis("firstTokenMs", summary.firstToken());
        millis("durationMs", summary.duration());
    }

    private void subject(Subject subject) {
        json.name("subject").object();
        switch (subject) {
            case Subject.Words(String words) -> text("type", "words").text("text", words);
            case Subject.ToolResult result -> {
                text("type", "tool-result").text("tool", result.tool()).text("target", result.target());
                json.name("exit");
                result.exit().ifPresentOrElse(json::number, json::nothing);
                json.field("failed", result.failed()).field("bytes", result.bytes());
                json.field("others", result.others());
            }
            case Subject.Title _ -> text("type", "title");
            case Subject.Summary _ -> text("type", "summary");
            case Subject.WebSearch _ -> text("type", "web-search");
            case Subject.Probe _ -> text("type", "probe");
            case Subject.Count _ -> text("type", "count");
            case Subject.Nothing _ -> text("type", "nothing");
        }
        json.endObject();
    }

    private void error(Ending ending) {
        json.name("error");
        ending.error()
                .ifPresentOrElse(
                        error -> {
                            json.object();
                            number("status", error.status());
                            text("type", error.type()).text("message", error.message());
                            json.endObject();
                        },
                        json::nothing);
    }

    private void tokens(TokenUsage usage) {
        json.name("tokens").object();
        json.field("input", usage.input()).field("output", usage.output());
        json.field("cacheRead", usage.cacheRead()).field("cacheCreation", usage.cacheCreation());
        json.endObject();
    }

    private void cost(Cost cost) {
        json.name("cost").object();
        switch (cost) {
            case Cost.Known known -> {
                text("type", "known");
                json.field("usd", RawJson.of(dollars(known)));
            }
            case Cost.Unknown _ -> text("type", "unknown");
            case Cost.Plan _ -> text("type", "plan");
        }
        json.endObject();
    }

    /// All about an attempt but its bodies.
    void attempt(RecordedAttempt attempt) {
        text("channel", attempt.channel());
        text("servedModel", attempt.servedModel());
        text("reason", attempt.reason());
        text("uri", attempt.uri().orElse(""));
        json.field("callersOwnCredential", attempt.callersOwn());
        millis("sentAfterMs", attempt.sentAfter());
        millis("answeredAfterMs", attempt.answeredAfter());
        number("status", attempt.status());
        text("lostBecause", attempt.lostBecause().orElse(""));
        json.name("adjustments").array();
        attempt.adjustments().forEach(this::adjustment);
        json.endArray();
    }

    private void adjustment(Adjustment adjustment) {
        json.object();
        switch (adjustment) {
            case Adjustment.Renamed renamed -> text("type", "renamed").text("to", renamed.to());
            case Adjustment.Dropped _ -> text("type", "dropped");
            case Adjustment.Approximated _ -> text("type", "approximated");
            case Adjustment.Added _ -> text("type", "added");
        }
        text("path", adjustment.path()).text("reason", adjustment.reason());
        json.endObject();
    }

    void events(String name, List<TimedEvent> events) {
        json.name(name).array();
        for (TimedEvent event : events) {
            json.object();
            millis("afterMs", Optional.of(event.after()));
            text("event", event.name());
            json.field("bytes", event.bytes()).endObject();
        }
        json.endArray();
    }

    void headers(Headers headers) {
        json.name("headers").array();
        for (Headers.Header header : headers.fields()) {
            json.object();
            json.field("name", masking.text(header.name())).field("value", masking.text(header.value()));
            json.endObject();
        }
        json.endArray();
    }

    void body(String name, Body body) {
        json.name(name).object().field("bytes", body.size());
        text("keeping", word(body.keeping())).json.field("redacted", body.isRedacted());
        switch (BodyText.of(body, masking)) {
            case BodyText.Json(RawJson value, var _) -> json.field("json", value.oneLine());
            case BodyText.Plain(String text) -> json.field("text", text);
            case BodyText.Binary binary -> json.field("base64", binary.base64());
            case BodyText.Absent _ -> {}
        }
        json.endObject();
    }

    /// Masked; an empty text is `null`.
    ExchangeFields text(String name, String text) {
        json.name(name);
        if (text.isEmpty()) {
            json.nothing();
        } else {
            json.string(masking.text(text));
        }
        return this;
    }

    private void texts(String name, List<String> texts) {
        json.name(name).array();
        texts.forEach(text -> json.string(masking.text(text)));
        json.endArray();
    }

    /// 0 is `null`.
    private void number(String name, int number) {
        json.name(name);
        if (number == 0) {
            json.nothing();
        } else {
            json.number(number);
        }
    }

    private void millis(String name, Optional<Duration> time) {
        json.name(name);
        time.map(ExchangeFields::millis).ifPresentOrElse(json::raw, json::nothing);
    }

    /// Milliseconds, to the microsecond.
    static RawJson millis(Duration time) {
        BigDecimal millis = BigDecimal.valueOf(time.toNanos() / 1_000, 3);
        return RawJson.of(
                millis.signum() == 0 ? "0" : millis.stripTrailingZeros().toPlainString());
    }

    /// As ISO 8601 writes it, in UTC, to the millisecond.
    static String time(long epochMillis) {
        return TIME.format(Instant.ofEpochMilli(epochMillis));
    }

    /// Exactly, without an exponent.
    static String dollars(Cost.Known cost) {
        BigDecimal dollars = BigDecimal.valueOf(cost.nanodollars(), NANOS);
        return dollars.signum() == 0 ? "0" : dollars.stripTrailingZeros().toPlainString();
    }

    /// `tool-continuation` for `TOOL_CONTINUATION`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
