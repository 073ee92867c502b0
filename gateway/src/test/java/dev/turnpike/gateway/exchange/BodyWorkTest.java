package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyWorkTest {
    private static final int LONG = 1 << 20;

    private boolean amongOthers;
    private final BodyWork body = new BodyWork(() -> amongOthers, 4 << 20);

    /// What the work gives, or what it throws, on a virtual thread.
    private Object outcome(int bytes, Supplier<Object> work) throws InterruptedException {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(body.translate(bytes, work));
            } catch (RuntimeException | Error e) {
                outcome.complete(e);
            }
        });
        thread.join();
        return outcome.join();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, false, true",
        "262143, false, true",
        "262144, false, false",
        "33554432, false, false",
        "65535, true, true",
        "65536, true, false"
    })
    void leavesTheCarrierAloneForLongWork(int bytes, boolean others, boolean carried) throws InterruptedException {
        amongOthers = others;
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

    @Test
    void doesWhatTakesASecondAsideAndDropsWhatNobodyWaitsForMeanwhile() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        body.later(() -> {
            begun.countDown();
            awaitQuietly(goOn);
            done.incrementAndGet();
        });
        begun.await();
        body.later(done::incrementAndGet);
        body.later(() -> done.addAndGet(100));
        goOn.countDown();
        assertThat(body.aside(Thread::currentThread)).isNotSameAs(Thread.currentThread());
        assertThat(done).hasValue(2);
    }

    /// Whoever is interrupted meanwhile learns of it at its next wait, as if it had done the work itself.
    @Test
    void finishesThoughInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            String done = body.translate(LONG, () -> {
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

    /// 4 MiB have room at once: two bodies of 2 MiB, not a third one.
    @Test
    void translatesNoMoreAtOnceThanThereIsRoomFor() throws InterruptedException {
        CountDownLatch full = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        List<Thread> translators = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // threads of the system do the work themselves, however many processors there are
            translators.add(Thread.ofPlatform()
                    .start(() -> body.translate(2 << 20, () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        full.countDown();
                        awaitQuietly(goOn);
                        return now.decrementAndGet();
                    })));
        }
        full.await();
        goOn.countDown();
        for (Thread translator : translators) {
            translator.join();
        }
        assertThat(most).hasValue(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
