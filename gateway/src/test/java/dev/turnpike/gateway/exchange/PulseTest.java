package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
}
