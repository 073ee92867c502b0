package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongWorkTest {
    private static final int LONG = 1 << 20;

    /// What the work gives, or what it throws, on a virtual thread.
    private static Object outcome(int bytes, Supplier<Object> work) throws InterruptedException {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(LongWork.on(bytes, work));
            } catch (RuntimeException | Error e) {
                outcome.complete(e);
            }
        });
        thread.join();
        return outcome.join();
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "262143, true", "262144, false", "33554432, false"})
    void leavesTheCarrierForLongWorkAlone(int bytes, boolean carried) throws InterruptedException {
        assertThat(outcome(bytes, () -> Thread.currentThread().isVirtual())).isEqualTo(carried);
    }

    @Test
    void throwsWhatTheWorkThrows() throws InterruptedException {
        RuntimeException malformed = new MalformedRequest("on purpose");
        Error full = new OutOfMemoryError("on purpose");
        assertThat(outcome(LONG, () -> {
                    throw malformed;
                }))
                .isSameAs(malformed);
        assertThat(outcome(LONG, () -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    /// Whoever is interrupted meanwhile learns of it at its next wait, as if it had done the work itself.
    @Test
    void finishesThoughInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            String done = LongWork.on(LONG, () -> {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    return "interrupted";
                }
                return "done";
            });
            outcome.complete(done + ", " + Thread.currentThread().isInterrupted());
        });
        begun.await();
        thread.interrupt();
        goOn.countDown();
        thread.join();
        assertThat(outcome.join()).isEqualTo("done, true");
    }
}
