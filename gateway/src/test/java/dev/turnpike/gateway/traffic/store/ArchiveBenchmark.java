package dev.turnpike.gateway.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.FilterParser;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.TrafficArchive.Mark;
import dev.turnpike.gateway.usage.PriceList;
import dev.turnpike.testing.TrafficGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a page, a filter and a search take with 100,000 recorded exchanges, beside bare SQLite queries
/// of the same size. Not a test of the machine: run with `-Dtests.groups=bench -Dtests.excluded=
/// -Dturnpike.bench=FILE`, it writes a table there.
@Tag("bench")
class ArchiveBenchmark {
    private static final int EXCHANGES = Integer.getInteger("turnpike.exchanges", 100_000);
    private static final int ROUNDS = 31;
    private static final int PAGE = 100;
    private static final Instant END = Instant.parse("2026-11-27T00:00:00Z");

    private final StringBuilder report = new StringBuilder();

    @TempDir
    Path folder;

    @Test
    void asksALargeStore() throws Exception {
        Path file = folder.resolve("traffic.db");
        fill(file);
        report.append(String.format("%d exchanges, %.0f MB%n", EXCHANGES, Files.size(file) / 1e6));
        try (TrafficArchive archive = TrafficArchive.open(file).orElseThrow();
                Connection bare = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(archive.count(TrafficFilter.ALL)).isEqualTo(EXCHANGES);
            pages(archive, bare);
            filters(archive, bare);
            searches(archive, bare);
            row("the newest 50 sessions", median(() -> archive.sessions(50)), 0);
            row("all values that were seen", median(archive::seen), 0);
            List<StoredExchange> last = archive.page(TrafficFilter.ALL, Mark.END, 1);
            long seq = last.getFirst().seq();
            row(
                    "one exchange, bodies read",
                    median(() -> archive.detail(seq).orElseThrow().body().bytes()),
                    0);
        }
        Files.writeString(Path.of(System.getProperty("turnpike.bench")), report);
    }

    private void fill(Path file) throws Exception {
        KeepRule forever = new KeepRule(KeepRule.BodyRule.ALL, Duration.ofDays(36_500), Long.MAX_VALUE);
        try (TrafficStore store = new TrafficStore(
                file, () -> forever, notice -> report.append(notice).append('\n'), InstantSource.system())) {
            Recorder recorder = Recorder.unwatched(store, () -> PriceList.NONE);
            int[] ended = {0};
            new TrafficGenerator(
                            moment -> {
                                recorder.on(moment);
                                if (TrafficGenerator.isEnd(moment) && ++ended[0] % 500 == 0) {
                                    store.settled().join();
                                }
                            },
                            1,
                            END.toEpochMilli(),
                            EXCHANGES)
                    .run();
            store.settled().join();
        }
    }

    private void pages(TrafficArchive archive, Connection bare) throws Exception {
        List<StoredExchange> first = archive.page(TrafficFilter.ALL, Mark.END, PAGE);
        row(
                "the newest page of " + PAGE,
                median(() -> archive.page(TrafficFilter.ALL, Mark.END, PAGE)),
                bare(bare, "SELECT * FROM exchange ORDER BY started DESC LIMIT " + PAGE));
        Mark middle = new Mark(
                first.getFirst().summary().epochMillis() - Duration.ofDays(3).toMillis(), 0);
        row(
                "a page in the middle",
                median(() -> archive.page(TrafficFilter.ALL, middle, PAGE)),
                bare(
                        bare,
                        "SELECT * FROM exchange WHERE started < " + middle.epochMillis()
                                + " ORDER BY started DESC LIMIT " + PAGE));
    }

    private void filters(TrafficArchive archive, Connection bare) throws Exception {
        for (String text : List.of(
                "status:error",
                "model:sonnet tool:bash -kind:count",
                "project:project7 tokens:>5k",
                "channel:glm ttft:>1.5s",
                "retried duration:>20s")) {
            TrafficFilter filter = filter(text);
            row(text, median(() -> archive.page(filter, Mark.END, PAGE)), 0);
            row(
                    text + " (how many)",
                    median(() -> archive.count(filter)),
                    bare(bare, "SELECT count(*) FROM exchange WHERE duration > 20000000"));
        }
    }

    private void searches(TrafficArchive archive, Connection bare) throws Exception {
        for (String word : List.of("overloaded", common(bare), rare(bare))) {
            TrafficFilter filter = filter(word);
            row(
                    "text: " + word + " (" + archive.count(filter) + " found)",
                    median(() -> archive.page(filter, Mark.END, PAGE)),
                    bare(bare, "SELECT count(*) FROM words WHERE words MATCH '\"" + word + "\"*'"));
        }
    }

    /// A word that many say.
    private static String common(Connection bare) throws SQLException {
        return word(bare, "ORDER BY doc DESC");
    }

    private static String rare(Connection bare) throws SQLException {
        return word(bare, "AND doc < 20 ORDER BY doc DESC");
    }

    private static String word(Connection bare, String which) throws SQLException {
        try (Statement statement = bare.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)");
            try (ResultSet rows = statement.executeQuery(
                    "SELECT term FROM temp.vocabulary WHERE length(term) > 3 " + which + " LIMIT 1")) {
                return rows.getString(1);
            }
        }
    }

    private static TrafficFilter filter(String text) {
        return FilterParser.parse(text, () -> END, ZoneOffset.UTC);
    }

    private interface Query {
        Object ask() throws Exception;
    }

    private static double median(Query query) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            assertThat(query.ask()).isNotNull();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private static double bare(Connection bare, String sql) throws Exception {
        return median(() -> {
            List<Object> first = new ArrayList<>();
            try (Statement statement = bare.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    first.add(rows.getObject(1));
                }
            }
            return first;
        });
    }

    private void row(String what, double millis, double bare) {
        String beside = bare == 0 ? "" : String.format("bare %8.1f ms", bare);
        report.append(String.format("%-56s %8.1f ms   %s%n", what, millis, beside));
    }
}
