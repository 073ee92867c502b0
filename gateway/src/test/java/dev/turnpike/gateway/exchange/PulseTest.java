package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PulseTest {
    @Test
    void goesOnAfterABeatFailed() throws InterruptedException {
        CountDownLatch visits = new CountDownLatch(3);
        try (Pulse pulse = new Pulse()) {
            pulse.add(now -> {
                throw new IllegalStateException("on purpose");
            });
            pulse.add(now -> visits.countDown());
            assertThat(visits.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void restsWhenNothingRunsAnyMore() throws InterruptedException {
        AtomicBoolean running = new AtomicBoolean();
        BlockingQueue<Boolean> rests = new LinkedBlockingQueue<>();
        CountDownLatch visited = new CountDownLatch(1);
        Pulse.Beat beat = now -> visited.countDown();
        try (Pulse pulse = new Pulse(() -> {
            rests.add(running.get());
            return Long.MAX_VALUE;
        })) {
            running.set(true);
            pulse.add(beat);
            assertThat(visited.await(10, TimeUnit.SECONDS)).isTrue();
            running.set(false);
            pulse.remove(beat);
            assertThat(rests.poll(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void restsAgainAfterTheTimeThatItIsTold() throws InterruptedException {
        CountDownLatch rests = new CountDownLatch(3);
        Pulse pulse = new Pulse(() -> {
            rests.countDown();
            return 1;
        });
        try {
            assertThat(rests.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            pulse.close();
        }
    }
}
