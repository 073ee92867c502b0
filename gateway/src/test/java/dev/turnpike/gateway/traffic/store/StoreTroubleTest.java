package dev.turnpike.gateway.traffic.store;

import static dev.turnpike.gateway.traffic.store.StoreDesk.asks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.StoreStatus;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.testing.ClaudeRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

/// Whatever happens to the file: exchanges go on, it is said once and in words, and what comes afterwards is recorded.
class StoreTroubleTest {
    private static final int PAGE = 8192;
    private static final int WRITE_VERSION = 18;

    @TempDir
    Path folder;

    private @Nullable StoreDesk last;

    @AfterEach
    void close() {
        if (last != null) {
            last.close();
        }
    }

    private StoreDesk desk() {
        return desk(Database::writing);
    }

    private StoreDesk desk(TrafficStore.Opening opening) {
        StoreDesk desk = new StoreDesk(folder, opening);
        last = desk;
        return desk;
    }

    /// A file with some exchanges, closed.
    private Path recorded() {
        try (StoreDesk desk = new StoreDesk(folder)) {
            for (int i = 0; i < 20; i++) {
                desk.turn("old" + i, asks("s", Story.of(20_000, i)), "ok");
            }
            return desk.settled().file;
        }
    }

    private static void write(Path file, long at, byte... bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private static List<String> ids(StoreDesk desk) {
        return desk.lines().stream().map(line -> line.summary().id().value()).toList();
    }

    private static void fails(StoreDesk desk, String... parts) {
        assertThat(desk.heard()).startsWith("recording: ").contains(parts).contains("Requests go on");
        assertThat(desk.store.status())
                .isInstanceOfSatisfying(
                        StoreStatus.Failing.class,
                        failing -> assertThat(failing.why()).contains(parts));
    }

    private static void worksAgain(StoreDesk desk) {
        assertThat(desk.heard()).isEqualTo("recording: works again");
        assertThat(desk.store.status()).isEqualTo(new StoreStatus.Working());
        assertThat(desk.notices).hasSize(2);
        assertThat(desk.store.dropped()).isZero();
    }

    /// A damaged file is a thing of the past when it is told: a new one is there.
    private void beginsAnew(StoreDesk desk, byte[] before) throws IOException {
        assertThat(desk.heard()).contains("is damaged", "kept as traffic-damaged-", "a new one is begun");
        assertThat(desk.settled().store.status()).isEqualTo(new StoreStatus.Working());
        try (Stream<Path> files = Files.list(folder)) {
            Path aside = files.filter(file -> file.getFileName().toString().matches("traffic-damaged-[-0-9]+\\.db"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.size(aside)).isGreaterThanOrEqualTo(before.length);
        }
        assertThat(desk.notices).hasSize(1);
        assertThat(desk.store.dropped()).isZero();
    }

    @Test
    void beginsAnewWhereTheFileIsNoDatabase() throws Exception {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Files.write(folder.resolve("traffic.db"), garbage);
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");

        beginsAnew(desk, garbage);
        assertThat(ids(desk)).containsExactly("x1");
    }

    @Test
    void beginsAnewWhereTheFileWasCut() throws Exception {
        Path file = recorded();
        byte[] half = Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / PAGE / 2 * PAGE));
        Files.write(file, half);
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");

        beginsAnew(desk, half);
        assertThat(ids(desk)).containsExactly("x1");
    }

    @Test
    void beginsAnewWhenPagesTurnToNoiseWhileItRuns() throws Exception {
        Path file = recorded();
        StoreDesk desk = desk();
        desk.turn("before", asks("s", "one"), "1");
        desk.settled();
        byte[] noise = new byte[(int) Files.size(file) - PAGE];
        new Random(1).nextBytes(noise);
        write(file, PAGE, noise);
        for (int i = 0; i < 2_000 && desk.notices.isEmpty(); i++) {
            desk.turn("x" + i, asks("s" + i, Story.of(3_000, i)), "1");
            if (i % 20 == 0) {
                quietly(desk);
            }
        }
        desk.turn("after", asks("s", "one"), "1");

        beginsAnew(desk, noise);
        assertThat(ids(desk)).endsWith("after");
        assertThat(RawFiles.faults(file)).isEmpty();
    }

    private static void quietly(StoreDesk desk) {
        // it may be refused, which is no matter here
        desk.store.settled().handle((_, _) -> "").join();
    }

    @Test
    void waitsForAFileThatMayNotBeWrittenTo() throws Exception {
        Path file = recorded();
        write(file, WRITE_VERSION, (byte) 3);
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");

        fails(desk, "may not be written to", "check its owner and mode");
        write(file, WRITE_VERSION, (byte) 2);
        worksAgain(desk);
        assertThat(ids(desk)).hasSize(21).endsWith("x1");
    }

    @Test
    void waitsWhereAFolderIsInTheWay() throws Exception {
        Files.createDirectory(folder.resolve("traffic.db"));
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");

        fails(desk, "cannot be opened");
        Files.delete(folder.resolve("traffic.db"));
        worksAgain(desk);
        assertThat(ids(desk)).containsExactly("x1");
    }

    @Test
    void waitsWhereAFileIsInThePlaceOfItsFolder() throws Exception {
        Path home = folder.resolve("home");
        Files.writeString(home, "no folder");
        folder = home;
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");

        fails(desk, "home is no folder: move it away");
        Files.delete(home);
        worksAgain(desk);
        assertThat(ids(desk)).containsExactly("x1");
    }

    @Test
    void losesNothingWhileAnotherProgramLocksTheFile() throws Exception {
        Path file = recorded();
        StoreDesk desk = desk(path -> {
            Database database = Database.writing(path);
            database.run("PRAGMA busy_timeout = 50");
            return database;
        });
        try (Database other = Database.writing(file)) {
            other.run("BEGIN EXCLUSIVE");
            for (int i = 0; i < 50; i++) {
                desk.turn("x" + i, asks("s", "words " + i), "1");
            }
            fails(desk, "is locked by another program");
            assertThatThrownBy(() -> desk.store.settled().join()).hasMessageContaining("is locked");
            for (int i = 50; i < 100; i++) {
                desk.turn("x" + i, asks("s", "words " + i), "1");
            }
            other.run("ROLLBACK");
        }
        worksAgain(desk);
        assertThat(ids(desk)).hasSize(120).endsWith("x98", "x99");
        assertThat(desk.store.bodiesDropped()).isZero();
    }

    @Test
    void saysThatNothingIsSettledWhatWasPutBack() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        StoreDesk desk = desk(path -> {
            if (tries.getAndIncrement() == 0) {
                throw new SQLException("once", "", SQLiteErrorCode.SQLITE_BUSY.code);
            }
            return Database.writing(path);
        });
        desk.turn("x1", asks("s", "one"), "1");
        boolean settled = desk.store.settled().handle((_, why) -> why == null).join();

        long there = 0;
        if (Files.exists(desk.file)) {
            try (Database database = Database.reading(desk.file)) {
                there = database.number("SELECT count(*) FROM exchange", 0);
            }
        }
        assertThat(there).isEqualTo(settled ? 1 : 0);
        fails(desk, "is locked by another program");
        worksAgain(desk);
        assertThat(ids(desk)).containsExactly("x1");
    }

    @Test
    void waitsForRoomOnAFullDisk() throws Exception {
        AtomicInteger pages = new AtomicInteger(60);
        StoreDesk desk = desk(path -> {
            Database database = Database.writing(path);
            database.run("PRAGMA max_page_count = " + pages);
            return database;
        });
        for (int i = 0; i < 40; i++) {
            desk.turn("x" + i, asks("s" + i, Story.of(30_000, i)), "1");
        }

        fails(desk, "the disk is full", "make room");
        pages.set(1_000_000);
        worksAgain(desk);
        List<StoredExchange> lines = desk.lines();
        assertThat(lines)
                .extracting(line -> line.summary().id().value())
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(RawFiles.faults(desk.file)).isEmpty();
    }

    @Test
    void leavesTheFileOfANewerVersionAlone() throws Exception {
        Path file = recorded();
        version(file, 99);
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");

        fails(desk, "written by a newer version of Turnpike", "move the file away");
        version(file, 1);
        worksAgain(desk);
        assertThat(ids(desk)).hasSize(21).endsWith("x1");
    }

    private static void version(Path file, int version) throws Exception {
        try (Database database = Database.reading(file)) {
            database.run("PRAGMA query_only = OFF");
            database.run("PRAGMA user_version = " + version);
        }
    }

    @Test
    void noticesThatTheFileWasDeleted() throws Exception {
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");
        desk.settled();
        for (String end : List.of("", "-wal", "-shm")) {
            Files.delete(folder.resolve("traffic.db" + end));
        }
        desk.turn("x2", asks("s", "two"), "2");

        assertThat(desk.heard()).contains("was moved or deleted", "a new one is begun");
        assertThat(ids(desk)).containsExactly("x2");
        assertThat(desk.store.status()).isEqualTo(new StoreStatus.Working());
        assertThat(desk.notices).hasSize(1);
    }

    @Test
    void takesNothingFromTheFileThatHasTakenThePlaceOfItsOwn() throws Exception {
        StoreDesk desk = desk();
        desk.turn("x1", asks("s", "one"), "1");
        try (TrafficArchive old = desk.settled().archive()) {
            assertThat(old.last()).isEqualTo(1);
            Files.move(desk.file, folder.resolve("elsewhere.db"));
            desk.turn("x2", asks("s", "two"), "2");
            desk.settled();
        }
        assertThat(folder.resolve("traffic.db-wal")).exists();
        assertThat(ids(desk)).containsExactly("x2");
    }

    @Test
    void dropsBodiesFirstAndThenExchangesWhenMuchWaits() throws Exception {
        Files.createDirectory(folder.resolve("traffic.db"));
        StoreDesk desk = desk();
        for (int i = 0; i < 200; i++) {
            desk.turn("x" + i, asks("s" + i, Story.of(200_000, i)), "1");
        }
        fails(desk, "cannot be opened");
        assertThat(desk.store.bodiesDropped()).isBetween(100L, 190L);
        assertThat(desk.store.dropped()).isZero();
        ClaudeRequest small = asks("s", "small");
        for (int i = 0; i < 5_000; i++) {
            desk.turn("y" + i, small, "1");
        }
        // a batch may be in the hands of the one who writes
        assertThat(desk.store.dropped()).isBetween(5_200L - 4_096 - 512, 5_200L - 4_096 + 512);

        Files.delete(folder.resolve("traffic.db"));
        assertThat(desk.heard()).isEqualTo("recording: works again");
        desk.turn("last", small, "1");
        desk.settled();
        try (TrafficArchive archive = desk.archive()) {
            long there = archive.count(TrafficFilter.ALL);
            assertThat(there).isEqualTo(5_201 - desk.store.dropped());
            long kept = 0;
            for (StoredExchange line : archive.since(TrafficFilter.ALL, 0, 200)) {
                Body body = StoreDesk.detail(archive, line).body();
                kept += body.keeping() == Body.Keeping.WHOLE ? 1 : 0;
                assertThat(body.size()).isGreaterThan(200_000);
            }
            assertThat(kept).isBetween(10L, 100L);
            assertThat(StoreDesk.detail(archive, desk.lastLine(archive)).body().bytes())
                    .isEqualTo(small.body());
        }
    }

    @Test
    void writesTheOthersWhereOneCannotBe() throws Exception {
        StoreDesk desk = desk();
        String deep = "{\"messages\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        desk.turn("x1", asks("s", "one"), "1");
        desk.exchange("deep")
                .arrived(ExchangeKind.MESSAGES, asks("s", "").headers(), deep.getBytes(StandardCharsets.UTF_8))
                .understood("m", false)
                .sent("up", "m", "r")
                .answered(400)
                .received(deep)
                .failed(400, deep, false);
        desk.turn("x2", asks("s", "two"), "2");

        assertThat(ids(desk)).startsWith("x1").endsWith("x2");
        assertThat(desk.notices).isEmpty();
    }
}
