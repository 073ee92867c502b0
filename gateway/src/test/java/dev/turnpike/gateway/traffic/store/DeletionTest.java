package dev.turnpike.gateway.traffic.store;

import static dev.turnpike.gateway.traffic.store.StoreDesk.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletionTest {
    private static final long HOUR = 3_600_000;

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

    private List<String> ids() {
        // what has become too old goes after what was handed over is written
        desk.settled();
        return desk.lines().stream().map(line -> line.summary().id().value()).toList();
    }

    private long seq(String id) {
        return desk.lines().stream()
                .filter(line -> line.summary().id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .seq();
    }

    private boolean finds(String word) throws Exception {
        try (Database database = Database.reading(desk.file)) {
            return database.number("SELECT count(*) FROM words WHERE words MATCH ?", 0, word) > 0;
        }
    }

    @Test
    void removesWhatIsTooOldAndKeepsWhatIsPinned() throws Exception {
        desk.rule = new KeepRule(KeepRule.BodyRule.ALL, Duration.ofDays(1), 1 << 30);
        desk.turnAt(StoreDesk.NOW, "pinned", asks("s", "zz9keep this"), "a");
        desk.turnAt(StoreDesk.NOW, "old", asks("s", "zz9forget that"), "b");
        desk.turnAt(StoreDesk.NOW + 10 * HOUR, "new", asks("s", "three"), "c");
        assertThat(ids()).containsExactly("pinned", "old", "new");
        desk.store.pin(seq("pinned"), true).get(30, TimeUnit.SECONDS);

        desk.now = StoreDesk.NOW + 26 * HOUR;
        desk.turnAt(desk.now, "newer", asks("s", "four"), "d");

        assertThat(ids()).containsExactly("pinned", "new", "newer");
        try (TrafficArchive archive = desk.archive()) {
            StoredExchange pinned = archive.since(TrafficFilter.ALL, 0, 1).getFirst();
            assertThat(StoreDesk.detail(archive, pinned).body().bytes())
                    .isEqualTo(asks("s", "zz9keep this").body());
        }
        assertThat(finds("zz9keep")).isTrue();
        assertThat(RawFiles.found(folder, "zz9keep", "zz9forget")).containsExactly("zz9keep");
    }

    @Test
    void becomesAsSmallAsItShould() throws Exception {
        for (int i = 0; i < 60; i++) {
            desk.turnAt(StoreDesk.NOW + i, "x" + i, asks("s" + i, Story.of(50_000, i)), "ok");
        }
        assertThat(ids()).hasSize(60);
        assertThat(RawFiles.size(folder)).isGreaterThan(1_500_000);

        desk.rule = new KeepRule(KeepRule.BodyRule.ALL, Duration.ofDays(7), 1_000_000);
        desk.now = StoreDesk.NOW + HOUR;
        desk.turnAt(desk.now, "last", asks("s", "more"), "ok");

        assertThat(ids()).contains("x59", "last").doesNotContain("x0").hasSizeGreaterThan(6);
        assertThat(RawFiles.size(folder)).as(RawFiles.sizes(folder)).isLessThan(1_100_000);
        assertThat(RawFiles.faults(desk.file)).isEmpty();
    }

    @Test
    void leavesNothingOfWhatOnlyTheDeletedOneHad() throws Exception {
        desk.turn("gone", asks("s", "zz9alpha zz9shared"), "zz9epsilon");
        desk.turn("stays", asks("s", "zz9gamma zz9shared"), "zz9delta");
        assertThat(ids()).containsExactly("gone", "stays");
        assertThat(RawFiles.found(folder, "zz9alpha", "zz9gamma", "psilon")).hasSize(3);

        desk.store.delete(seq("gone")).get(30, TimeUnit.SECONDS);

        assertThat(ids()).containsExactly("stays");
        assertThat(finds("zz9alpha")).isFalse();
        assertThat(finds("zz9epsilon")).isFalse();
        assertThat(finds("zz9shared")).isTrue();
        // terms of the index begin where the one before ends
        assertThat(RawFiles.found(folder, "zz9gamma", "zz9alpha", "psilon")).containsExactly("zz9gamma");
        assertThat(RawFiles.unpacked(desk.file)).noneMatch(text -> text.contains("zz9alpha"));
        assertThat(RawFiles.unpacked(desk.file)).anyMatch(text -> text.contains("zz9shared"));
    }

    @Test
    void leavesNothingWhenAllIsCleared() throws Exception {
        for (int i = 0; i < 20; i++) {
            desk.turn("x" + i, asks("s", "zz9word" + i + " " + Story.of(20_000, i)), "zz9answer" + i);
        }
        desk.store.pin(seq("x7"), true).get(30, TimeUnit.SECONDS);
        long before = RawFiles.size(folder);

        desk.store.clear(Long.MAX_VALUE).get(30, TimeUnit.SECONDS);
        assertThat(ids()).containsExactly("x7");
        assertThat(RawFiles.found(folder, "word7", "word8", "answer8")).containsExactly("word7");

        desk.store.pin(seq("x7"), false).get(30, TimeUnit.SECONDS);
        desk.store.clear(Long.MAX_VALUE).get(30, TimeUnit.SECONDS);
        assertThat(ids()).isEmpty();
        assertThat(RawFiles.found(folder, "word7", "answer7")).isEmpty();
        assertThat(RawFiles.size(folder)).isLessThan(before / 3);
    }

    @Test
    void clearsNothingThatCameLater() throws Exception {
        desk.turn("x1", asks("s", "one"), "1");
        desk.turn("x2", asks("s", "two"), "2");
        desk.store.clear(seq("x1")).get(30, TimeUnit.SECONDS);

        assertThat(ids()).containsExactly("x2");
        assertThat(new String(body("x2"), StandardCharsets.UTF_8)).contains("two");
    }

    @Test
    void leavesOutWhatIsAboutToGoUntilItIsGone() throws Exception {
        for (int i = 1; i <= 5; i++) {
            desk.turn("x" + i, asks("s" + i % 2, "word"), "said");
        }
        desk.store.pin(seq("x2"), true).get(30, TimeUnit.SECONDS);
        try (TrafficArchive archive = desk.archive()) {
            archive.leaveOut(new Leaving(seq("x3"), Set.of(seq("x5"))));

            assertThat(archive.page(TrafficFilter.ALL, TrafficArchive.Mark.END, 9))
                    .extracting(line -> line.summary().id().value())
                    .containsExactlyInAnyOrder("x2", "x4");
            assertThat(archive.count(TrafficFilter.ALL)).isEqualTo(2);
            assertThat(archive.sessions(9)).singleElement().matches(session -> session.exchanges() == 2);
            archive.leaveOut(Leaving.NOTHING);
            assertThat(archive.count(TrafficFilter.ALL)).isEqualTo(5);
        }

        desk.store.clear(seq("x3")).get(30, TimeUnit.SECONDS);
        assertThat(ids()).containsExactly("x2", "x4", "x5");
    }

    private byte[] body(String id) {
        try (TrafficArchive archive = desk.archive()) {
            return archive.detail(seq(id)).orElseThrow().body().bytes();
        }
    }
}
