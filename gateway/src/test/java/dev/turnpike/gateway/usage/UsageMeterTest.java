package dev.turnpike.gateway.usage;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.PrometheusReader;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedExchange;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What `/metrics` tells.
class UsageMeterTest {
    private final UsageMeter meter = new UsageMeter();
    private int exchanges;

    private ScriptedExchange asks() {
        return new ScriptedExchange(meter, "x" + ++exchanges)
                .arrived(ClaudeRequest.main("claude-x", "s", "/p").user("hi"));
    }

    private double value(String series) {
        return text().value(series).orElseThrow(() -> new AssertionError(series + " of\n" + meter.text(0, 0)));
    }

    private PrometheusReader text() {
        return PrometheusReader.read(meter.text(3, 4));
    }

    @Test
    void countsWhatEndedAndWhatRuns() {
        asks().sent("up", "m", "r").begun(1).finished(5, 7);
        asks().sent("up", "m", "r").begun(1).finished(5, 7);
        asks().sent("up", "m", "r").failed(529, "busy", false);
        asks().failed(404, "no such model", false);
        asks().sent("up", "m", "r").abandoned();
        asks().sent("up", "m", "r");

        String ended = "turnpike_exchanges_total{kind=messages, channel=up, model=m, outcome=";
        assertThat(value(ended + "finished, status=200}")).isEqualTo(2);
        assertThat(value(ended + "failed, status=529}")).isEqualTo(1);
        assertThat(value(ended + "abandoned, status=none}")).isEqualTo(1);
        assertThat(value("turnpike_exchanges_total{kind=messages, channel=, model=, outcome=failed, status=404}"))
                .isEqualTo(1);
        assertThat(value("turnpike_errors_total{channel=up, type=overloaded_error}"))
                .isEqualTo(1);
        assertThat(value("turnpike_errors_total{channel=, type=not_found_error}"))
                .isEqualTo(1);
        assertThat(value("turnpike_exchanges_in_flight")).isEqualTo(1);
        assertThat(value("turnpike_moments_dropped_total")).isEqualTo(3);
        assertThat(value("turnpike_recordings_dropped_total")).isEqualTo(4);
    }

    @Test
    void countsAttemptsByHowTheyEnded() {
        asks().sent("one", "m", "r")
                .retried("502")
                .sent("two", "n", "r")
                .begun(1)
                .finished(1, 1);
        asks().sent("one", "m", "r").retried("502").sent("two", "n", "r").failed(500, "e", false);
        asks().sent("two", "m", "r").abandoned();

        assertThat(value("turnpike_attempts_total{channel=one, outcome=lost}")).isEqualTo(2);
        assertThat(value("turnpike_attempts_total{channel=two, outcome=served}"))
                .isEqualTo(1);
        assertThat(value("turnpike_attempts_total{channel=two, outcome=lost}")).isEqualTo(1);
        assertThat(value("turnpike_attempts_total{channel=two, outcome=abandoned}"))
                .isEqualTo(1);
        assertThat(text().series("turnpike_attempts_total")).hasSize(4);
    }

    @Test
    void countsTokensByKind() {
        ScriptedExchange exchange = asks().sent("up", "m", "r");
        meter.on(new Moment.Finished(exchange.id(), 1, 200, new TokenUsage(1, 2, 3, 4), "end_turn"));
        asks().sent("up", "m", "r").finished(10, -5);

        assertThat(value("turnpike_tokens_total{channel=up, model=m, kind=input}"))
                .isEqualTo(11);
        assertThat(value("turnpike_tokens_total{channel=up, model=m, kind=output}"))
                .isEqualTo(2);
        assertThat(value("turnpike_tokens_total{channel=up, model=m, kind=cache_read}"))
                .isEqualTo(3);
        assertThat(value("turnpike_tokens_total{channel=up, model=m, kind=cache_write}"))
                .isEqualTo(4);
    }

    @Test
    void measuresFirstContentAndTheEnd() {
        asks().sent("up", "m", "r")
                .after(400)
                .passed(": waiting\n\n")
                .after(500)
                .begun(1)
                .after(2_000)
                .says(0, "hi")
                .after(100)
                .finished(1, 1);
        asks().sent("up", "m", "r").after(400).begun(1).failed(500, "e", true);

        assertThat(value("turnpike_first_token_seconds_count{channel=up}")).isEqualTo(1);
        assertThat(value("turnpike_first_token_seconds_sum{channel=up}")).isEqualTo(0.9);
        assertThat(value("turnpike_first_token_seconds_bucket{channel=up, le=0.7}"))
                .isZero();
        assertThat(value("turnpike_first_token_seconds_bucket{channel=up, le=1.0}"))
                .isEqualTo(1);
        assertThat(value("turnpike_exchange_duration_seconds_count{channel=up}"))
                .isEqualTo(1);
        assertThat(value("turnpike_exchange_duration_seconds_sum{channel=up}")).isEqualTo(3.0);
    }

    @Test
    void keepsCountsOfTokensApart() {
        ScriptedExchange counts = new ScriptedExchange(meter, "c");
        counts.arrived(ExchangeKind.COUNT_TOKENS, Headers.empty(), new byte[0])
                .sent("up", "m", "r")
                .passed("{}");
        meter.on(new Moment.Finished(counts.id(), 1, 200, TokenUsage.NONE, ""));

        assertThat(
                        value(
                                "turnpike_exchanges_total{kind=count_tokens, channel=up, model=m, outcome=finished, status=200}"))
                .isEqualTo(1);
        assertThat(text().series("turnpike_exchange_duration_seconds_count")).isEmpty();
    }

    @Test
    void writesAnyNameSoThatItCanBeRead() {
        asks().sent("up", "a\"b\\c\nd{é},=\\n", "r").finished(1, 1);

        assertThat(value("turnpike_tokens_total{channel=up, model=a\"b\\c\nd{é},=\\n, kind=input}"))
                .isEqualTo(1);
    }

    @Test
    void countsTheModelsBeyondTheBoundAsOthers() {
        for (int i = 0; i < 1_000; i++) {
            asks().sent("up", "model-" + i, "r").finished(1, 1);
        }

        PrometheusReader text = text();
        assertThat(text.series("turnpike_exchanges_total")).hasSizeLessThanOrEqualTo(201);
        assertThat(text.series("turnpike_tokens_total")).hasSizeLessThanOrEqualTo(202);
        String other = "turnpike_exchanges_total{kind=messages, channel=up, model=other, outcome=finished, status=200}";
        assertThat(value(other)).isEqualTo(800);
    }

    @Test
    void givesNoLabelToWhatIsNoName() {
        asks().sent("up", "m".repeat(129), "r").finished(1, 1);
        asks().sent("up", "m\ud800", "r").finished(1, 1);
        asks().sent("up", "m\ud801", "r").finished(1, 1);

        assertThat(value("turnpike_tokens_total{channel=up, model=other, kind=input}"))
                .isEqualTo(3);
    }

    @Test
    void doesNotCountTypesOfErrorsThatNobodyKnows() {
        for (int i = 0; i < 1_000; i++) {
            ScriptedExchange exchange = asks().sent("up", "m", "r");
            meter.on(new Moment.Failed(exchange.id(), 1, new ApiError(500, "type-" + i, "e"), false));
        }

        assertThat(value("turnpike_errors_total{channel=up, type=other}")).isEqualTo(1_000);
    }

    @Test
    void losesNothingUnderManyThreads() throws InterruptedException {
        int threads = 8;
        int each = 500;
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> running = IntStream.range(0, threads)
                .mapToObj(thread -> Thread.ofPlatform().start(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    for (int i = 0; i < each; i++) {
                        new ScriptedExchange(meter, thread + "-" + i)
                                .arrived(ExchangeKind.MESSAGES, Headers.empty(), new byte[0])
                                .sent("up", "m", "r")
                                .begun(1)
                                .finished(1, 1);
                    }
                }))
                .toList();
        start.countDown();
        for (Thread thread : running) {
            thread.join();
        }

        assertThat(value("turnpike_tokens_total{channel=up, model=m, kind=input}"))
                .isEqualTo(threads * each);
        assertThat(value("turnpike_exchanges_in_flight")).isZero();
    }

    @Test
    void ignoresMomentsOfExchangesThatItNeverSaw() {
        ExchangeId unseen = new ExchangeId("unseen");
        meter.on(new Moment.Finished(unseen, 1, 200, TokenUsage.NONE, ""));
        meter.on(new Moment.Abandoned(unseen, 1));

        assertThat(text().series("turnpike_exchanges_total")).isEmpty();
    }

    @Test
    void isServedByTheGateway() {
        try (ScriptedUpstream upstream = new ScriptedUpstream();
                TestGateway gateway =
                        TestGateway.with(List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))));
                RawClient client = gateway.client()) {
            upstream.script(answer(
                    200,
                    "application/json",
                    "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[],"
                            + "\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}"));
            client.post("/v1/messages", "{\"model\":\"m\",\"max_tokens\":1,\"messages\":[]}")
                    .reply();

            RawClient.Reply reply = client.get("/metrics").reply();
            assertThat(reply.field("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
            PrometheusReader text = PrometheusReader.read(reply.body());
            assertThat(text.value("turnpike_tokens_total{channel=up, model=served, kind=input}"))
                    .contains(9.0);
            // nobody wants the bytes, and the first of them are told nevertheless
            assertThat(text.value("turnpike_first_token_seconds_count{channel=up}"))
                    .contains(1.0);
        }
    }
}
