package dev.turnpike.gateway.traffic.store;

import static dev.turnpike.gateway.traffic.store.StoreDesk.asks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.Cursor;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.usage.Dimension;
import dev.turnpike.gateway.usage.UsageBook;
import dev.turnpike.gateway.usage.UsageLine;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficStoreTest {
    @TempDir
    Path folder;

    private StoreDesk desk;

    @BeforeEach
    void open() {
        desk = new StoreDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void givesBackAllThatTheRecorderKnew() {
        Recorder live = new Recorder();
        ClaudeRequest request = asks("4f2a", "Fix the failing test");
        desk.turn("x1", request, "Done.");
        desk.settled();
        StoreDesk.finish(new ScriptedExchange(live, "x1"), request, "Done.");
        ExchangeSummary expected = live.feed().since(Cursor.START).changed().getFirst();
        RecordedExchange known = live.feed().detail(expected.id()).orElseThrow();

        try (TrafficArchive archive = desk.archive()) {
            StoredExchange line = archive.since(TrafficFilter.ALL, 0, 10).getFirst();
            RecordedExchange stored = StoreDesk.detail(archive, line);

            assertThat(line.summary()).isEqualTo(expected);
            assertThat(stored.path()).isEqualTo(known.path());
            assertThat(stored.headers()).isEqualTo(known.headers());
            assertThat(stored.parts()).isEqualTo(known.parts());
            assertThat(stored.body().bytes()).isEqualTo(request.body());
            assertThat(stored.reply().bytes()).isEqualTo(known.reply().bytes());
            assertThat(stored.blocks()).isEqualTo(known.blocks());
            RecordedAttempt attempt = stored.attempts().getFirst();
            assertThat(attempt.sent().bytes()).isEqualTo(request.body());
            assertThat(attempt.received().text()).isEqualTo("data: {\"choices\":[]}\n\n");
            assertThat(attempt.arrivals().after(0)).isEqualTo(Duration.ofMillis(405));
            assertThat(attempt.sentAfter()).contains(Duration.ofMillis(5));
            assertThat(attempt.answeredAfter()).contains(Duration.ofMillis(405));
        }
    }

    @Test
    void keepsErrorsRetriesAndThoseWhoLeft() {
        desk.exchange("x1")
                .arrived(asks("s", "one"))
                .sent("deepseek", "v4-pro", "first of 2")
                .answered(529)
                .received("overloaded")
                .retried("Overloaded")
                .sent("glm", "glm-5.1", "number 2 of 2")
                .answered(400)
                .failed(400, "no such model", false);
        desk.exchange("x2")
                .arrived(asks("s", "two"))
                .sent("glm", "glm-5.1", "r")
                .abandoned();

        List<StoredExchange> lines = desk.lines();

        ExchangeSummary failed = lines.getFirst().summary();
        assertThat(failed.state())
                .isInstanceOfSatisfying(
                        ExchangeState.Failed.class,
                        state -> assertThat(state.error().message()).isEqualTo("no such model"));
        assertThat(failed.attempts()).isEqualTo(2);
        assertThat(failed.lostStatus()).isEqualTo(529);
        assertThat(failed.retried()).isTrue();
        assertThat(lines.getLast().summary().state()).isEqualTo(new ExchangeState.Abandoned());
        try (TrafficArchive archive = desk.archive()) {
            List<RecordedAttempt> attempts =
                    StoreDesk.detail(archive, lines.getFirst()).attempts();
            assertThat(attempts.getFirst().lostBecause()).contains("Overloaded");
            assertThat(attempts.getFirst().received().text()).isEqualTo("overloaded");
            assertThat(attempts.getLast().sent().bytes())
                    .isEqualTo(asks("s", "one").body());
        }
    }

    @Test
    void saysThatABodyCameTooFast() {
        ScriptedExchange exchange =
                desk.exchange("x1").arrived(asks("s", "one")).sent("up", "m", "r");
        sentNothing(exchange);
        exchange.answered(200).finished(9, 7);
        ScriptedExchange blind = desk.exchange("x2")
                .arrived(ExchangeKind.MESSAGES, "/v1/messages", Headers.empty(), new byte[0])
                .sent("up", "m", "r");
        sentNothing(blind);
        blind.answered(200).finished(9, 7);
        List<StoredExchange> lines = desk.lines();
        try (TrafficArchive archive = desk.archive()) {
            RecordedExchange first = StoreDesk.detail(archive, lines.getFirst());
            assertThat(first.body().keeping()).isEqualTo(Body.Keeping.WHOLE);
            assertThat(first.attempts().getFirst().sent().keeping()).isEqualTo(Body.Keeping.MISSED);
            RecordedExchange second = StoreDesk.detail(archive, lines.getLast());
            assertThat(second.attempts().getFirst().sent().bytes()).isEmpty();
        }
    }

    private void sentNothing(ScriptedExchange exchange) {
        desk.recorder.on(new Moment.Sent(
                exchange.id(), 0, 1, URI.create("https://up.example/v1"), Pieces.NONE, Credentials.NONE));
    }

    @Test
    void goesOnWhereAnEarlierProcessEnded() {
        desk.turn("x1", asks("s", "one"), "1");
        desk.settled().close();
        desk = new StoreDesk(folder);
        desk.turn("x2", asks("s", "two"), "2");

        assertThat(desk.lines()).extracting(StoredExchange::seq).containsExactly(1L, 2L);
    }

    @Test
    void letsNobodyElseReadItsFiles() throws IOException {
        desk.turn("x1", asks("s", "one"), "1");
        desk.settled();

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> data = files.filter(Files::isRegularFile).toList();
            assertThat(data).hasSize(3);
            for (Path file : data) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void countsWhatWasUsedByTheHourAlsoOfWhatWasDeleted() {
        desk.turn("x1", asks("s", "one"), "1");
        desk.turn("x2", asks("t", "two"), "2");
        desk.exchange("x3").arrived(asks("t", "three")).sent("glm", "g", "r").failed(500, "broken", false);
        desk.settled().store.clear(Long.MAX_VALUE).join();
        desk.turnAt(StoreDesk.NOW + Duration.ofHours(1).toMillis(), "x4", asks("t", "four"), "4");
        desk.settled();

        try (TrafficArchive archive = desk.archive()) {
            Instant hour = Instant.ofEpochMilli(StoreDesk.NOW).truncatedTo(ChronoUnit.HOURS);
            UsageBook first = archive.usage(hour, hour.plus(1, ChronoUnit.HOURS));
            UsageBook both = archive.usage(hour, hour.plus(2, ChronoUnit.HOURS));

            assertThat(first.total().requests()).isEqualTo(3);
            assertThat(first.total().failed()).isEqualTo(1);
            assertThat(first.total().usage().output()).isEqualTo(14);
            assertThat(first.total().cost().unknown()).isEqualTo(3);
            assertThat(first.total().durations().count()).isEqualTo(2);
            assertThat(both.by(Dimension.SESSION))
                    .extracting(UsageLine::session, UsageLine::requests)
                    .containsExactlyInAnyOrder(tuple("s", 1L), tuple("t", 3L));
            assertThat(archive.count(TrafficFilter.ALL)).isEqualTo(1);
        }
    }

    @Test
    void keepsNoBodiesThatAreNotWanted() {
        desk.rule = new KeepRule(KeepRule.BodyRule.ERRORS, Duration.ofDays(1), 1 << 30);
        desk.turn("x1", asks("s", "a secret plan"), "fine");
        desk.exchange("x2")
                .arrived(asks("s", "another plan"))
                .sent("glm", "g", "r")
                .failed(500, "broken", false);

        List<StoredExchange> lines = desk.lines();

        try (TrafficArchive archive = desk.archive()) {
            RecordedExchange fine = StoreDesk.detail(archive, lines.getFirst());
            assertThat(fine.body().keeping()).isEqualTo(Body.Keeping.NOT_WANTED);
            assertThat(fine.body().size()).isEqualTo(asks("s", "a secret plan").body().length);
            assertThat(fine.attempts().getFirst().received().isKept()).isFalse();
            assertThat(StoreDesk.detail(archive, lines.getLast()).body().bytes())
                    .isEqualTo(asks("s", "another plan").body());
        }
    }

    @Test
    void recordsNothingWhilePausedOrOff() {
        desk.recorder.pause();
        desk.turn("x1", asks("s", "one"), "1");
        desk.recorder.resume();
        desk.recorder.enable(false);
        desk.turn("x2", asks("s", "two"), "2");
        desk.recorder.enable(true);
        desk.turn("x3", asks("s", "three"), "3");

        assertThat(desk.lines()).extracting(line -> line.summary().id().value()).containsExactly("x3");
    }

    @Test
    void keepsOfASessionOnlyWhatIsNewInEachTurn() throws Exception {
        StringBuilder history = new StringBuilder(Story.of(400_000, 1));
        long raw = 0;
        for (int turn = 0; turn < 200; turn++) {
            byte[] body = request(history.toString());
            raw += body.length;
            desk.exchange("x" + turn)
                    .arrived(
                            dev.turnpike.gateway.exchange.ExchangeKind.MESSAGES,
                            asks("s", "").headers(),
                            body)
                    .understood("claude-opus-5-5", true)
                    .sent("deepseek", "v4-pro", "r")
                    .answered(200)
                    .begun(1)
                    .text(0)
                    .says(0, "ok")
                    .finished(1, 1);
            history.append("\"},{\"role\":\"user\",\"content\":\"").append(Story.of(600, turn));
            desk.store.settled().get(30, TimeUnit.SECONDS);
        }
        byte[] last = request(history.substring(0, history.lastIndexOf("\"},{")));

        List<StoredExchange> lines = desk.lines();
        desk.close();

        assertThat(Files.size(desk.file)).isLessThan(raw / 20);
        try (TrafficArchive archive = desk.archive()) {
            assertThat(StoreDesk.detail(archive, lines.getLast()).body().bytes())
                    .isEqualTo(last);
        }
    }

    private static byte[] request(String messages) {
        return ("{\"model\":\"claude-opus-5-5\",\"messages\":[{\"role\":\"user\",\"content\":\"" + messages + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
