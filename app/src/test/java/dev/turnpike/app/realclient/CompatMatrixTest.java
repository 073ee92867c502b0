package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the real Claude Code does with whatever is set where, row by row.
///
/// `.ci/real-client` runs it. With `-Dturnpike.compat.write=true` it writes `src-docs/compat.md` anew.
@Tag("real-client")
class CompatMatrixTest {
    private static final Map<CompatRow, Future<Outcome>> RUNS = new LinkedHashMap<>();
    // two at a time: each takes a core for half a second
    private static final ExecutorService PAIR =
            Executors.newFixedThreadPool(2, Thread.ofVirtual().factory());

    @TempDir
    static Path folder;

    @BeforeAll
    static void runAll() throws Exception {
        String standard = standard();
        List<CompatRow> rows = rows();
        for (CompatRow row : rows) {
            Path root = folder.resolve("row-" + rows.indexOf(row));
            RUNS.put(row, PAIR.submit(() -> outcome(row, root, standard)));
        }
    }

    private static String standard() throws Exception {
        try (CompatRun run = new CompatRun(rows().getFirst(), folder.resolve("standard"))) {
            run.outcome("");
            return run.model();
        }
    }

    private static Outcome outcome(CompatRow row, Path root, String standard) throws Exception {
        try (CompatRun run = new CompatRun(row, root)) {
            return run.outcome(standard);
        }
    }

    /// Without the rows of an administrator's settings where no program may have an `/etc` of its own.
    static List<CompatRow> rows() throws Exception {
        boolean managed = Client.canHaveAnEtc(Files.createTempDirectory("etc"));
        return CompatRows.all().stream()
                .filter(row -> managed || !row.isManaged())
                .toList();
    }

    @Test
    void writesThePageWhereAskedTo() throws Exception {
        if (CompatPage.WRITE) {
            for (Map.Entry<CompatRow, Future<Outcome>> run : RUNS.entrySet()) {
                assertThat(run.getValue().get()).isEqualTo(run.getKey().expected());
            }
            Files.writeString(CompatPage.FILE, CompatPage.text(Client.version(), folder.resolve("page")));
        }
        assertThat(CompatPage.FILE).exists();
    }

    @AfterAll
    static void end() {
        PAIR.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void doesAsTheMatrixSays(CompatRow row) throws Exception {
        assertThat(RUNS.get(row).get()).isEqualTo(row.expected());
    }
}
