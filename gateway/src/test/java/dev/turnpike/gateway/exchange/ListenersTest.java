package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.TokenUsage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final ExchangeId ID = new ExchangeId("x");

    private static Moment passed(int bytes) {
        return new Moment.EventPassed(ID, 0, new byte[bytes]);
    }

    private static Moment finished() {
        return new Moment.Finished(ID, 0, 200, TokenUsage.NONE, "end_turn");
    }

    @Test
    void neverWaitsForAListenerAndDropsBytesFirst() {
        CountDownLatch released = new CountDownLatch(1);
        List<Moment> seen = new ArrayList<>();
        try (Listeners listeners = new Listeners(
                List.of(moment -> {
                    await(released);
                    seen.add(moment);
                }),
                1_000_000)) {
            for (int i = 0; i < 20_000; i++) {
                listeners.announce(passed(1));
            }
            listeners.announce(finished());
            released.countDown();
            listeners.settle(Duration.ofSeconds(10));
            assertThat(seen).last().isInstanceOf(Moment.Finished.class);
            assertThat(listeners.dropped()).isEqualTo(20_001 - seen.size()).isPositive();
        }
    }

    @Test
    void holdsNoMoreBytesForAListenerThanAllowed() {
        CountDownLatch released = new CountDownLatch(1);
        try (Listeners listeners = new Listeners(List.of(moment -> await(released)), 100)) {
            listeners.announce(passed(60));
            listeners.announce(passed(60));
            assertThat(listeners.dropped()).isBetween(0L, 1L);
            listeners.announce(passed(101));
            assertThat(listeners.dropped()).isPositive();
            released.countDown();
        }
    }

    @Test
    void keepsTheMomentButNotTheBodyForAListenerThatIsBehind() {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        List<Moment> seen = new ArrayList<>();
        try (Listeners listeners = new Listeners(
                List.of(moment -> {
                    busy.countDown();
                    await(released);
                    seen.add(moment);
                }),
                100)) {
            Moment sent = new Moment.Sent(ID, 0, 1, URI.create("http://x/"), new byte[60]);
            listeners.announce(sent);
            // from here on the listener holds the first one and the others wait
            await(busy);
            listeners.announce(sent);
            listeners.announce(sent);
            released.countDown();
            listeners.settle(Duration.ofSeconds(10));
            assertThat(seen).hasSize(3);
            assertThat(((Moment.Sent) seen.getLast()).body().length()).isZero();
            assertThat(listeners.dropped()).isPositive();
        }
    }

    @Test
    void goesOnAfterAListenerFailed() {
        List<Moment> seen = new ArrayList<>();
        try (Listeners listeners = new Listeners(
                List.of(
                        moment -> {
                            throw new AssertionError("on purpose");
                        },
                        seen::add),
                1000)) {
            listeners.announce(passed(1));
            listeners.announce(finished());
            listeners.settle(Duration.ofSeconds(10));
        }
        assertThat(seen).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
