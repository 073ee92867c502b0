package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.usage.PriceList;
import dev.turnpike.testing.TrafficGenerator;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.zip.CRC32C;

/// A process that records until it is killed, and says what it did: `ended <id> <millis> <checksum of the request>
/// <checksum of the answer>` for each exchange that is over, `settled <id>` when all up to that one were settled.
final class EndlessRecording {
    private static final int AT_ONCE = 8;
    private static final int IN_FLIGHT = 2;

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final TrafficStore store;
    private final Recorder recorder;
    private final CRC32C request = new CRC32C();
    private final CRC32C reply = new CRC32C();
    private int ended;

    private EndlessRecording(Path file, KeepRule rule, long now) {
        store = new TrafficStore(file, () -> rule, this::say, () -> Instant.ofEpochMilli(now));
        recorder = Recorder.unwatched(store, () -> PriceList.NONE);
    }

    /// @param args the file, a seed, which is also the week it plays, and how large the file may become
    public static void main(String[] args) {
        long week = Long.parseLong(args[1]);
        long now = 1_700_000_000_000L + week * 7 * 24 * 3_600_000;
        KeepRule rule = new KeepRule(KeepRule.BodyRule.ALL, Duration.ofDays(10_000), Long.parseLong(args[2]));
        EndlessRecording endless = new EndlessRecording(Path.of(args[0]), rule, now);
        new TrafficGenerator(endless::on, week, now, 100_000).run();
    }

    private void on(Moment moment) {
        recorder.on(moment);
        switch (moment) {
            case Moment.Arrived arrived -> {
                request.reset();
                reply.reset();
                request.update(arrived.body());
            }
            case Moment.EventPassed passed -> reply.update(passed.bytes());
            case Moment.Finished _, Moment.Failed _, Moment.Abandoned _ ->
                over(moment.exchange().value());
            default -> {}
        }
    }

    private void over(String id) {
        say("ended " + id + " " + System.currentTimeMillis() + " " + request.getValue() + " " + reply.getValue());
        if (++ended % AT_ONCE == 0) {
            // as fast as it can be written, and no faster: else bodies would be dropped
            room.acquireUninterruptibly();
            CompletableFuture<Void> _ = store.settled().thenRun(() -> {
                say("settled " + id);
                room.release();
            });
        }
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
