package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.testing.HandClock;
import dev.turnpike.testing.RecordingListener;
import dev.turnpike.testing.RecordingSink;
import dev.turnpike.testing.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The limits of an attempt, the fields of the answer, and the one end of an exchange.
class ExchangeTest {
    private static final Timeouts LIMITS =
            new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(30));
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandClock clock = new HandClock();
    private final RecordingSink sink = new RecordingSink();
    private final RecordingListener seen = new RecordingListener();
    private final Listeners listeners = new Listeners(List.of(seen), 1_000_000);
    private final Exchange exchange = new Exchange(
            new Arrival(
                    new ExchangeId("req_1"),
                    ExchangeKind.MESSAGES,
                    "/v1/messages",
                    "",
                    Optional.empty(),
                    Headers.empty(),
                    new byte[0]),
            sink,
            listeners,
            clock);

    @AfterEach
    void close() {
        listeners.close();
    }

    private void beatAfter(Duration time) {
        exchange.at(clock.forward(time));
    }

    @Test
    void cancelsAnUpstreamThatDoesNotAnswer() {
        Cancellation cancellation = exchange.begin(LIMITS);
        beatAfter(Duration.ofSeconds(60));
        assertThat(cancellation.requested()).isFalse();
        beatAfter(SECOND);
        assertThat(cancellation.reason()).contains("the upstream did not answer within 60 s");
        assertThat(exchange.timedOut()).isTrue();
    }

    @Test
    @Rows(45)
    void cancelsAnUpstreamThatFellSilent() {
        Cancellation cancellation = exchange.begin(LIMITS);
        exchange.answered(200, Headers.empty());
        exchange.waits();
        beatAfter(Duration.ofSeconds(30));
        assertThat(cancellation.requested()).isFalse();
        beatAfter(SECOND);
        assertThat(cancellation.reason()).contains("the upstream fell silent for 30 s");
    }

    @Test
    @Rows(45)
    void cancelsAnUpstreamThatSendsOnlyPings() {
        Cancellation cancellation = exchange.begin(LIMITS);
        exchange.answered(200, Headers.empty());
        for (int i = 0; i < 6; i++) {
            exchange.waits();
            beatAfter(Duration.ofSeconds(10));
            exchange.heard(false);
        }
        exchange.waits();
        assertThat(cancellation.requested()).isFalse();
        beatAfter(SECOND);
        assertThat(cancellation.reason()).contains("the upstream sent nothing but pings for 60 s");
    }

    @Test
    void doesNotBlameTheUpstreamForAClientThatReadsSlowly() {
        Cancellation cancellation = exchange.begin(LIMITS);
        exchange.answered(200, Headers.empty());
        exchange.waits();
        exchange.heard(true);
        beatAfter(Duration.ofMinutes(10));
        exchange.waits();
        beatAfter(Duration.ofSeconds(30));
        assertThat(cancellation.requested()).isFalse();
    }

    @Test
    void judgesNothingOnceTheUpstreamsPartIsOver() {
        Cancellation cancellation = exchange.begin(LIMITS);
        exchange.settle();
        beatAfter(Duration.ofHours(1));
        assertThat(exchange.timedOut()).isFalse();
        assertThat(cancellation.requested()).isFalse();
    }

    @Test
    void neverCancelsTheNextAttemptForTheLastOne() {
        exchange.begin(LIMITS);
        clock.forward(Duration.ofSeconds(59));
        exchange.settle();
        Cancellation next = exchange.begin(LIMITS);
        beatAfter(Duration.ofSeconds(59));
        assertThat(next.requested()).isFalse();
    }

    @Test
    void countsTheTimeThatItWaitedForNoUpstreamAsItsOwn() {
        clock.forward(Duration.ofMillis(2));
        exchange.begin(LIMITS);
        clock.forward(Duration.ofSeconds(5));
        exchange.settle();
        clock.forward(Duration.ofMillis(3));
        exchange.begin(LIMITS);
        clock.forward(Duration.ofSeconds(7));
        exchange.answered(200, Headers.empty());
        exchange.waits();
        clock.forward(Duration.ofSeconds(20));
        assertThat(exchange.fields(Headers.empty()).first("server-timing")).contains("gateway;dur=5.0");
        assertThat(exchange.fields(Headers.empty()).first("x-turnpike-attempts"))
                .contains("2");
    }

    @Test
    void cancelsTheAttemptThatBeginsAfterTheClientLeft() {
        beatAfter(SECOND);
        Objects.requireNonNull(sink.watch()).run();
        assertThat(exchange.begin(LIMITS).reason()).contains("the client left");
    }

    @Test
    void triesNoOtherUpstreamOnceItIsStopped() {
        Outcome lost = Outcome.Lost.of(ApiError.of(502, "broken"));
        assertThat(exchange.mayTryAgainAfter(lost)).isTrue();
        exchange.stop("the gateway is closing");
        assertThat(exchange.mayTryAgainAfter(lost)).isFalse();
    }

    @Test
    void tellsListenersOfOneEndWhateverWentWrong() {
        exchange.close();
        exchange.refuse(ApiError.of(500, "late"));
        exchange.close();
        listeners.settle(Duration.ofSeconds(10));
        assertThat(seen.story()).containsExactly("Arrived MESSAGES", "Abandoned");
        assertThat(seen.waiting()).isZero();
    }
}
