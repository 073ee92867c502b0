package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.translation.ReplyFrames;
import dev.turnpike.testing.HandClock;
import dev.turnpike.testing.RecordingSink;
import dev.turnpike.testing.Rows;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When the head leaves, and what a silent stream shows.
class CommitGateTest {
    private static final Duration ALMOST_20 = Duration.ofMillis(19_999);
    private static final Duration ALMOST_10 = Duration.ofMillis(9_999);
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final String PING = "write event: ping|data: {\"type\": \"ping\"}";

    private final HandClock clock = new HandClock();
    private final RecordingSink sink = new RecordingSink();
    private final ReplyFrames frames = new ReplyFrames();
    private final CommitGate gate = new CommitGate(sink, bytes -> {}, clock);

    private void answered() {
        gate.answered(Headers::empty, frames);
    }

    private void start() {
        frames.event(new StreamEvent.MessageStart("m", "x", TokenUsage.NONE));
        frames.event(new StreamEvent.BlockStart(0, new TextBlock("")));
        gate.pass();
    }

    private void say(String text) {
        frames.event(new StreamEvent.BlockDelta(0, new StreamEvent.TextDelta(text)));
        gate.pass();
    }

    private void beatAfter(Duration time) {
        long now = clock.forward(time);
        if (gate.due(now)) {
            gate.keepAlive(now);
        }
    }

    private boolean fail() {
        return gate.fail(Headers.empty(), ApiError.of(502, "broken"));
    }

    @Test
    @Rows(41)
    void holdsTheHeadUntilContent() {
        answered();
        start();
        assertThat(sink.calls()).isEmpty();
        say("a");
        say("b");
        assertThat(sink.calls()).hasSize(2);
        assertThat(sink.calls().getFirst())
                .startsWith("open event: message_start")
                .contains("\"a\"");
        assertThat(sink.calls().getLast()).startsWith("write event: content_block_delta");
    }

    @Test
    void waitsInSilenceWhileNoUpstreamHasAnswered() {
        beatAfter(Duration.ofMinutes(9));
        assertThat(sink.calls()).isEmpty();
    }

    @Test
    @Rows(44)
    void saysThatItWaitsAfter20SecondsWithoutContentAndEvery10AfterThat() {
        answered();
        start();
        beatAfter(ALMOST_20);
        assertThat(sink.calls()).isEmpty();
        beatAfter(MILLI);
        beatAfter(ALMOST_10);
        assertThat(sink.calls()).containsExactly("open : waiting");
        beatAfter(MILLI);
        assertThat(sink.calls()).containsExactly("open : waiting", "write : waiting");
    }

    @Test
    @Rows(44)
    void pingsOnlyOnceTheClientHasSeenTheStartOfTheMessage() {
        answered();
        start();
        beatAfter(Duration.ofSeconds(20));
        say("a");
        beatAfter(ALMOST_10);
        assertThat(sink.calls()).hasSize(2);
        beatAfter(MILLI);
        assertThat(sink.calls()).hasSize(3).last().isEqualTo(PING);
    }

    @Test
    void pingsAfterSilenceTowardsTheClientOnly() {
        answered();
        start();
        say("a");
        for (int i = 0; i < 5; i++) {
            clock.forward(Duration.ofSeconds(6));
            say("b");
            beatAfter(Duration.ofSeconds(3));
        }
        assertThat(sink.calls()).doesNotContain(PING);
    }

    @Test
    void failsWithAStatusWhileNothingHasLeft() {
        answered();
        start();
        assertThat(fail()).isFalse();
        assertThat(sink.calls()).containsExactly("fail 502 broken");
    }

    @Test
    void failsWithAnErrorAsTheFirstEventAfterItSaidThatItWaits() {
        answered();
        start();
        beatAfter(Duration.ofSeconds(20));
        assertThat(fail()).isTrue();
        assertThat(sink.calls()).hasSize(3).first().isEqualTo("open : waiting");
        assertThat(sink.calls().get(1)).startsWith("write event: error").doesNotContain("content_block_stop");
        assertThat(sink.calls().getLast()).isEqualTo("cut");
    }

    @Test
    void closesTheOpenBlockBeforeTheError() {
        answered();
        start();
        say("a");
        assertThat(fail()).isTrue();
        assertThat(sink.calls().get(1))
                .startsWith("write event: content_block_stop")
                .contains("event: error")
                .doesNotContain("message_delta", "message_stop");
        assertThat(sink.calls().getLast()).isEqualTo("cut");
    }

    @Test
    void leavesAWholeAnswerAloneWhateverFailsAfterwards() {
        gate.whole(Headers.empty(), new byte[] {'x'});
        assertThat(fail()).isTrue();
        assertThat(sink.calls()).containsExactly("whole x");
    }

    @Test
    void showsNoSignOfLifeAfterTheEnd() {
        answered();
        start();
        say("a");
        gate.end();
        beatAfter(Duration.ofMinutes(1));
        assertThat(sink.calls()).hasSize(2).last().isEqualTo("end");
    }

    @Test
    void showsNoSignOfLifeAfterAFailureThatCouldNotBeTold() {
        answered();
        start();
        say("a");
        sink.leave();
        assertThatThrownBy(this::fail).isInstanceOf(ClientGone.class);
        int calls = sink.calls().size();
        beatAfter(Duration.ofMinutes(1));
        assertThat(sink.calls()).hasSize(calls);
    }

    @Test
    void showsNoSignOfLifeOnceItIsClosed() {
        answered();
        start();
        say("a");
        gate.close();
        beatAfter(Duration.ofMinutes(1));
        assertThat(sink.calls()).hasSize(1);
    }

    @Test
    @Rows(33)
    void startsAfreshForAnotherUpstreamOnlyWhileNothingHasLeft() {
        answered();
        start();
        assertThat(gate.reopen()).isTrue();
        beatAfter(Duration.ofMinutes(1));
        assertThat(sink.calls()).isEmpty();
        answered();
        beatAfter(Duration.ofSeconds(20));
        assertThat(gate.reopen()).isFalse();
    }
}
