package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.json.JsonWriter;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.Arrivals;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.time.Duration;

/// Writes the entries of one exchange.
final class HarEntry {
    private static final String JSON = "application/json";
    private static final RawJson UNKNOWN = RawJson.of("-1");

    private final RecordedExchange exchange;
    private final ExchangeSummary summary;
    private final Masking masking;

    HarEntry(RecordedExchange exchange, Masking masking) {
        this.exchange = exchange;
        this.summary = exchange.summary();
        this.masking = masking;
    }

    /// How long something took, and until what came first.
    private record Phases(Duration waiting, Duration receiving) {
        static Phases of(Duration waiting, Duration whole) {
            return new Phases(waiting, whole.compareTo(waiting) < 0 ? Duration.ZERO : whole.minus(waiting));
        }
    }

    void client(JsonWriter json) {
        ExchangeFields fields = new ExchangeFields(json, masking);
        Duration whole = summary.duration().orElse(summary.firstToken().orElse(Duration.ZERO));
        json.object();
        begin(json, summary.epochMillis(), Phases.of(summary.firstToken().orElse(whole), whole));
        json.name("request").object();
        address(json, Address.of(exchange, masking));
        fields.headers(exchange.headers());
        sent(json, exchange.body(), exchange.headers().first("content-type").orElse(JSON));
        json.endObject();
        json.name("response").object();
        response(json, Ending.of(summary).status(), Headers.empty());
        content(json, exchange.reply(), replyType());
        comment(json, "header fields of the gateway's answer are not recorded");
        json.endObject();
        json.name("_turnpike").object();
        fields.summary(summary);
        json.name("attempts").array();
        for (RecordedAttempt attempt : exchange.attempts()) {
            json.object();
            fields.attempt(attempt);
            fields.events("events", TimedEvent.of(attempt));
            json.endObject();
        }
        json.endArray().endObject();
        json.endObject();
    }

    void attempt(int index, JsonWriter json) {
        RecordedAttempt attempt = exchange.attempts().get(index);
        ExchangeFields fields = new ExchangeFields(json, masking);
        json.object();
        Duration sent = attempt.sentAfter().orElse(Duration.ZERO);
        begin(json, summary.epochMillis() + sent.toMillis(), phases(attempt, sent));
        json.name("request").object();
        address(json, Address.of(attempt.uri().orElse(""), masking));
        fields.headers(Headers.empty());
        sent(json, attempt.sent(), JSON);
        comment(
                json,
                attempt.uri().isPresent()
                        ? "header fields of requests to upstreams are not recorded, nor are queries"
                        : "it was not sent");
        json.endObject();
        json.name("response").object();
        response(json, attempt.status(), attempt.headers());
        content(
                json,
                attempt.received(),
                attempt.headers().first("content-type").orElse("x-unknown"));
        attempt.lostBecause().ifPresent(why -> comment(json, "lost: " + why));
        json.endObject();
        comment(
                json,
                "attempt " + (index + 1) + " of " + exchange.attempts().size() + " of exchange " + summary.id()
                        + ": channel " + attempt.channel() + ", model " + attempt.servedModel());
        fields.events("_eventStream", TimedEvent.of(attempt));
        json.name("_turnpike").object();
        fields.text("exchange", summary.id().value());
        json.field("attempt", index + 1);
        fields.attempt(attempt);
        json.endObject();
        json.endObject();
    }

    private static Phases phases(RecordedAttempt attempt, Duration sent) {
        Arrivals arrivals = attempt.arrivals();
        Duration head = attempt.answeredAfter().orElse(sent);
        Duration last = arrivals.count() == 0 ? head : arrivals.after(arrivals.count() - 1);
        return Phases.of(head.minus(sent), last.minus(sent));
    }

    private void begin(JsonWriter json, long epochMillis, Phases phases) {
        json.field("startedDateTime", ExchangeFields.time(epochMillis));
        json.field("time", ExchangeFields.millis(phases.waiting().plus(phases.receiving())));
        json.name("timings").object();
        json.field("blocked", UNKNOWN)
                .field("dns", UNKNOWN)
                .field("connect", UNKNOWN)
                .field("ssl", UNKNOWN);
        json.field("send", 0).field("wait", ExchangeFields.millis(phases.waiting()));
        json.field("receive", ExchangeFields.millis(phases.receiving())).endObject();
        json.name("cache").object().endObject();
    }

    private static void address(JsonWriter json, Address address) {
        json.field("method", "POST").field("url", address.whole());
        json.field("httpVersion", "HTTP/1.1").name("cookies").array().endArray();
        json.name("queryString").array();
        for (Address.Parameter parameter : address.query()) {
            json.object()
                    .field("name", parameter.name())
                    .field("value", parameter.value())
                    .endObject();
        }
        json.endArray();
    }

    private void sent(JsonWriter json, Body body, String type) {
        json.field("headersSize", -1).field("bodySize", body.size());
        json.name("postData").object().field("mimeType", masking.text(type));
        String note = BodyText.note(body);
        switch (BodyText.of(body, masking)) {
            case BodyText.Json(var _, String text) -> json.field("text", text);
            case BodyText.Plain(String text) -> json.field("text", text);
            case BodyText.Binary binary -> {
                json.field("text", binary.base64()).field("_encoding", "base64");
                note = "the text is Base64 of a body that is no UTF-8";
            }
            case BodyText.Absent _ -> json.field("text", "");
        }
        comment(json, note);
        json.endObject();
    }

    private void response(JsonWriter json, int status, Headers headers) {
        json.field("status", status).field("statusText", "").field("httpVersion", "HTTP/1.1");
        json.name("cookies").array().endArray();
        new ExchangeFields(json, masking).headers(headers);
        json.field("redirectURL", "").field("headersSize", -1);
    }

    private void content(JsonWriter json, Body body, String type) {
        json.field("bodySize", body.size());
        json.name("content").object().field("size", body.size()).field("mimeType", masking.text(type));
        switch (BodyText.of(body, masking)) {
            case BodyText.Json(var _, String text) -> json.field("text", text);
            case BodyText.Plain(String text) -> json.field("text", text);
            case BodyText.Binary binary -> json.field("text", binary.base64()).field("encoding", "base64");
            case BodyText.Absent _ -> {}
        }
        comment(json, BodyText.note(body));
        json.endObject();
    }

    /// As it must have been: it is not recorded.
    private String replyType() {
        if (!exchange.reply().isKept()) {
            return exchange.stream() ? "text/event-stream" : JSON;
        }
        return BodyText.isStream(exchange.reply().text()) ? "text/event-stream" : JSON;
    }

    private void comment(JsonWriter json, String comment) {
        if (!comment.isEmpty()) {
            json.field("comment", masking.text(comment));
        }
    }
}
