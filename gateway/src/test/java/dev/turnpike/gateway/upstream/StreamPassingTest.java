package dev.turnpike.gateway.upstream;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How streams are read together, over real sockets.
class StreamPassingTest {
    private final ScriptedUpstream server = new ScriptedUpstream();
    private final HttpUpstream upstream = new HttpUpstream();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        upstream.close();
        server.close();
        callers.shutdownNow();
    }

    /// One stream and what its receiver was given.
    private final class Call {
        private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        private final BlockingQueue<Thread> takers = new LinkedBlockingQueue<>();
        private final Cancellation cancellation = new Cancellation();
        private final CompletableFuture<Thread> caller = new CompletableFuture<>();
        private final CompletableFuture<ReplyStream> passed;

        Call(ReplyStream.Receiver receiver) {
            passed = CompletableFuture.supplyAsync(() -> pass(receiver), callers);
        }

        private ReplyStream pass(ReplyStream.Receiver receiver) {
            caller.complete(Thread.currentThread());
            UpstreamCall call = new UpstreamCall(
                    "POST", server.uri("/"), Headers.empty(), new byte[] {'x'}, Duration.ofSeconds(5), null, null);
            ReplyStream stream = ((UpstreamReply.Streaming) upstream.send(call, cancellation)).stream();
            stream.pass((bytes, length) -> {
                takers.add(Thread.currentThread());
                taken.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
                return receiver.take(bytes, length);
            });
            return stream;
        }

        String next() throws InterruptedException {
            String next = taken.poll(10, TimeUnit.SECONDS);
            return next == null ? "nothing within 10 s" : next;
        }

        /// The end of the stream: what was left to take, and why it was cut, if it was.
        String end() throws Exception {
            try (ReplyStream stream = passed.get(10, TimeUnit.SECONDS)) {
                List<String> rest = new ArrayList<>();
                taken.drainTo(rest);
                String cut = stream.cut().map(why -> " cut: " + why).orElse("");
                stream.drain();
                return String.join("", rest) + cut;
            }
        }
    }

    private Call call() {
        return new Call((bytes, length) -> true);
    }

    @Test
    void handsOnTogetherWhatArrivedTogether() throws Exception {
        server.script(
                streamHead(),
                chunk("a"),
                new Step.Stall(),
                Step.send("1\r\nb\r\n1\r\nc\r\n2;x=y\r\nde\r\n"),
                new Step.Stall(),
                lastChunk());
        Call call = call();
        assertThat(call.next()).isEqualTo("a");
        server.stalled().run();
        assertThat(call.next()).isEqualTo("bcde");
        server.stalled().run();
        assertThat(call.end()).isEmpty();
    }

    @Test
    void readsTheSameHoweverTheBytesAreCut() throws Exception {
        String body = "5\r\nhello\r\nb;ext=\"1\"\r\n world\r\n\r\n!\r\n0\r\ntrailer: 1\r\n\r\n";
        List<Step> steps = new ArrayList<>(List.of(streamHead()));
        body.chars().forEach(c -> steps.add(Step.send(String.valueOf((char) c))));
        server.script(steps.toArray(Step[]::new));
        assertThat(call().end()).isEqualTo("hello world\r\n\r\n!");
    }

    @Test
    void losesNothingOfChunksThatAreLargerThanAnyBuffer() throws Exception {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; numbers.length() < 3_000_000; i++) {
            numbers.append(i).append(',');
        }
        List<Step> steps = new ArrayList<>(List.of(streamHead()));
        int size = 7;
        for (int at = 0; at < numbers.length(); at += size, size = size * 3 % 1_000_003) {
            steps.add(chunk(numbers.substring(at, Math.min(numbers.length(), at + size))));
        }
        steps.add(lastChunk());
        server.script(steps.toArray(Step[]::new));
        assertThat(call().end()).isEqualTo(numbers.toString());
    }

    @Test
    void keepsTheConnectionForTheNextCall() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.script(streamHead(), chunk("a"), lastChunk());
            assertThat(call().end()).isEqualTo("a");
        }
        server.script(answer(200, "application/json", "{}"));
        UpstreamCall plain = new UpstreamCall(
                "POST", server.uri("/"), Headers.empty(), new byte[] {'x'}, Duration.ofSeconds(5), null, null);
        assertThat(upstream.send(plain, new Cancellation())).isInstanceOf(UpstreamReply.Whole.class);
        assertThat(List.of(server.request(), server.request(), server.request(), server.request()))
                .extracting(ScriptedUpstream.Request::connection)
                .containsOnly(1);
    }

    @Test
    void aReceiverThatBlocksHoldsUpNobodyElse() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        server.script(
                streamHead(),
                chunk("a"),
                new Step.Stall(),
                chunk("slow"),
                new Step.Stall(),
                chunk("on"),
                new Step.Stall(),
                chunk("ward"),
                lastChunk());
        Call slow = new Call((bytes, length) -> {
            if (bytes[0] == 's') {
                blocked.countDown();
                await(released);
            }
            return true;
        });
        assertThat(slow.next()).isEqualTo("a");
        server.stalled().run();
        await(blocked);
        Runnable slowGoesOn = server.stalled();
        server.script(streamHead(), chunk("quick"), new Step.Stall(), chunk("er"), lastChunk());
        Call quick = call();
        assertThat(quick.next()).isEqualTo("quick");
        server.stalled().run();
        assertThat(quick.end()).isEqualTo("er");

        released.countDown();
        assertThat(slow.next()).isEqualTo("slow");
        slowGoesOn.run();
        assertThat(slow.next()).isEqualTo("on");
        server.stalled().run();
        assertThat(slow.end()).isEqualTo("ward");
        // it went on by itself: it could have blocked again
        assertThat(slow.takers).last().isEqualTo(slow.caller.get());
    }

    @Test
    void whatAReceiverThrowsIsThrownToWhoeverBroughtIt() throws Exception {
        server.script(streamHead(), new Step.Stall(), chunk("a"));
        Call failing = new Call((bytes, length) -> {
            throw new OutOfMemoryError("as if");
        });
        server.stalled().run();
        assertThatThrownBy(() -> failing.passed.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("as if");
        server.script(streamHead(), new Step.Stall(), chunk("b"), lastChunk());
        Call next = call();
        server.stalled().run();
        assertThat(next.end()).isEqualTo("b");
    }

    @Test
    void aReceiverThatHasEnoughEndsIt() throws Exception {
        server.script(streamHead(), new Step.Stall(), chunk("a"), new Step.Stall());
        Call call = new Call((bytes, length) -> false);
        server.stalled().run();
        assertThat(call.end()).isEqualTo("a");
    }

    @Test
    void aStreamThatWaitsCanBeCancelled() throws Exception {
        server.script(streamHead(), chunk("a"), new Step.Stall());
        Call call = call();
        assertThat(call.next()).isEqualTo("a");
        server.stalled();
        call.cancellation.request("the client left");
        assertThat(call.end()).isEqualTo(" cut: the client left");
        assertThat(server.departure()).isEqualTo(1);
    }

    @Test
    void aStreamThatIsCutSaysSo() throws Exception {
        server.script(streamHead(), chunk("a"), new Step.Stall(), Step.send("5\r\nhe"), new Step.Cut());
        Call call = call();
        assertThat(call.next()).isEqualTo("a");
        server.stalled().run();
        assertThat(call.end()).startsWith("he cut: ").contains("in the middle of its answer");
    }

    @Test
    void aThreadThatIsInterruptedDoesNotWaitForTheUpstream() throws Exception {
        server.script(streamHead(), chunk("a"), new Step.Stall());
        Call call = call();
        assertThat(call.next()).isEqualTo("a");
        server.stalled();
        call.caller.get().interrupt();
        assertThat(call.end()).startsWith(" cut: ");
    }

    @Test
    void closingLetsEveryoneGo() throws Exception {
        server.script(streamHead(), chunk("a"), new Step.Stall(), chunk("b"), lastChunk());
        Call call = call();
        assertThat(call.next()).isEqualTo("a");
        Runnable goesOn = server.stalled();
        upstream.close();
        goesOn.run();
        assertThat(call.end()).isEqualTo("b");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
