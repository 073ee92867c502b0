package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.TimedEvent.Kind;
import dev.turnpike.testing.ScriptedExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedEventsTest {
    private final Recorder recorder = new Recorder(10, 1 << 20);
    private final ScriptedExchange exchange = new ScriptedExchange(recorder, "x1")
            .arrived(ExchangeKind.MESSAGES, Headers.empty(), "{}".getBytes(StandardCharsets.UTF_8))
            .understood("m", true)
            .sent("up", "m", "r")
            .after(100)
            .answered(200);

    private RecordedAttempt attempt() {
        return recorder.feed()
                .detail(new ExchangeId("x1"))
                .orElseThrow()
                .attempts()
                .getLast();
    }

    @Test
    void haveTheTimeAtWhichTheirEndCame() {
        TimedEvents events = new TimedEvents();
        exchange.after(50).received("event: ping\ndata: {}\n\nevent: message_st");
        assertThat(events.read(attempt())).extracting(TimedEvent::name).containsExactly("ping");

        exchange.after(1_000).received("art\ndata: {\"type\":\"message_start\"}\n\n");
        exchange.after(5)
                .received(event("content_block_delta", "{\"delta\":{\"type\":\"text_delta\"}}")
                        + event("message_stop", "{}"));

        assertThat(events.read(attempt()))
                .extracting(event -> event.at().toMillis(), event -> event.gap().toMillis(), TimedEvent::name)
                .containsExactly(
                        tuple(150L, 150L, "ping"),
                        tuple(1_150L, 1_000L, "message_start"),
                        tuple(1_155L, 5L, "content_block_delta"),
                        tuple(1_155L, 0L, "message_stop"));
        assertThat(new TimedEvents().read(attempt())).isEqualTo(events.read(attempt()));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    @Test
    void tellWhatTheyAddToTheAnswerInBothDialects() {
        List.of(
                        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"a\"}}",
                        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}}",
                        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\"}}",
                        "{\"type\":\"content_block_stop\",\"index\":0}",
                        "{\"choices\":[{\"delta\":{\"reasoning_content\":\"a\"}}]}",
                        "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
                        "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}",
                        "{\"choices\":[{\"delta\":{\"content\":null,\"tool_calls\":[{\"index\":0}]}}]}",
                        "{\"choices\": [{\"delta\": {\"content\": \"\", \"reasoning\": \"a\"}}]}",
                        "{\"choices\": [{\"delta\": {\"content\": \"a\", \"tool_calls\": []}}]}",
                        "[DONE]")
                .forEach(data -> exchange.received("data: " + data + "\n\n"));

        assertThat(new TimedEvents().read(attempt()))
                .extracting(TimedEvent::kind)
                .containsExactly(
                        Kind.THINKING,
                        Kind.TEXT,
                        Kind.TOOL,
                        Kind.OTHER,
                        Kind.THINKING,
                        Kind.OTHER,
                        Kind.TEXT,
                        Kind.TOOL,
                        Kind.THINKING,
                        Kind.TEXT,
                        Kind.OTHER);
    }

    @Test
    void areNoneWhereAllCameInOnePiece() {
        exchange.received("{\"id\":\"msg_1\",\"content\":[]}");

        assertThat(new TimedEvents().read(attempt())).isEmpty();
    }
}
