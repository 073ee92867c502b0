package dev.turnpike.gateway.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that records is killed, again and again, and the next one goes on with its file.
class KillTest {
    private static final int KILLS = 100;
    private static final int FEW = 8;
    /// What was over for so long when the process was killed is there.
    private static final long BOUND_MILLIS = 2_000;
    /// The file is made smaller many times meanwhile, too.
    private static final long MOST_BYTES = 24_000_000;

    @TempDir
    Path folder;

    /// @param open the file was open by then, which may take its time where a machine is busy
    private record Said(long millis, long request, long reply, boolean open) {}

    private static final class Life {
        final Map<String, Said> ended = new HashMap<>();
        final Set<String> settled = new HashSet<>();
        final List<String> other = new ArrayList<>();
        long killed;
    }

    @Test
    void losesNothingThatWasOverForAWhile() throws Exception {
        kill(FEW, 3_500);
    }

    @Test
    @Tag("bench")
    void losesNothingInAHundredKills() throws Exception {
        kill(KILLS, 4_500);
    }

    private void kill(int kills, int mostMillis) throws Exception {
        Path file = folder.resolve("traffic.db");
        Random random = new Random(kills);
        long last = 0;
        int old = 0;
        int all = 0;
        for (int week = 0; week < kills; week++) {
            Life life = live(file, week, 1 + random.nextInt(mostMillis));
            assertThat(life.other).as("notices of process " + week).isEmpty();
            assertThat(RawFiles.faults(file)).as("kill " + week).isEmpty();
            Map<String, StoredExchange> there = new HashMap<>();
            try (TrafficArchive archive = TrafficArchive.open(file).orElseThrow()) {
                int oldest = oldest(archive, last);
                life.ended.keySet().removeIf(id -> number(id) < oldest);
                for (StoredExchange line : archive.since(TrafficFilter.ALL, last, 1_000_000)) {
                    there.put(line.summary().id().value(), line);
                    last = line.seq();
                }
                for (Map.Entry<String, Said> each : life.ended.entrySet()) {
                    String id = each.getKey();
                    boolean isOld = each.getValue().open() && each.getValue().millis() <= life.killed - BOUND_MILLIS;
                    old += isOld ? 1 : 0;
                    if (life.settled.contains(id) || isOld) {
                        assertThat(there).as("kill " + week).containsKey(id);
                    }
                    if (there.containsKey(id)) {
                        same(each.getValue(), StoreDesk.detail(archive, there.get(id)));
                        all++;
                    }
                }
            }
        }
        assertThat(old).isPositive();
        assertThat(all).isGreaterThan(kills * 10);
        try (TrafficArchive archive = TrafficArchive.open(file).orElseThrow()) {
            assertThat(archive.since(TrafficFilter.ALL, 0, 1).getFirst().seq())
                    .as("the file was made smaller")
                    .isGreaterThan(1);
        }
        assertThat(RawFiles.sizes(folder)).doesNotContain("damaged");
    }

    /// The first exchange of this life that must be there: not the first one where the file became so large that some
    /// of its own were deleted with all that were older.
    private static int oldest(TrafficArchive archive, long lastBefore) {
        return archive.since(TrafficFilter.ALL, 0, 1).stream()
                .filter(line -> line.seq() > lastBefore + 1)
                .mapToInt(line -> number(line.summary().id().value()))
                .findFirst()
                .orElse(0);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('_') + 1));
    }

    private static void same(Said said, RecordedExchange exchange) {
        assertThat(checksum(exchange.body().bytes())).isEqualTo(said.request());
        if (said.reply() != 0) {
            assertThat(checksum(exchange.reply().bytes())).isEqualTo(said.reply());
        }
        exchange.attempts().forEach(attempt -> {
            assertThat(attempt.sent().bytes()).isEqualTo(exchange.body().bytes());
            attempt.received().bytes();
        });
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /// One process, from its start to its end; killed so long after it first wrote.
    private static Life live(Path file, int week, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRecording.class.getName(),
                        file.toString(),
                        Integer.toString(week),
                        Long.toString(MOST_BYTES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Life life = new Life();
        CompletableFuture<Void> began = new CompletableFuture<>();
        Thread reading = Thread.ofVirtual().start(() -> read(process, life, began));
        try {
            began.get(60, TimeUnit.SECONDS);
            // the moment of its death, not something that is waited for
            assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            life.killed = System.currentTimeMillis();
            process.destroyForcibly().waitFor();
        }
        reading.join();
        return life;
    }

    private static void read(Process process, Life life, CompletableFuture<Void> began) {
        List<String> unsettled = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                List<String> words = List.of(line.split(" ", -1));
                switch (words.getFirst()) {
                    case "ended" -> {
                        unsettled.add(words.get(1));
                        life.ended.put(words.get(1), said(words, !life.settled.isEmpty()));
                    }
                    case "settled" -> {
                        List<String> those = unsettled.subList(0, unsettled.indexOf(words.get(1)) + 1);
                        life.settled.addAll(those);
                        those.clear();
                        began.complete(null);
                    }
                    default -> life.other.add(line);
                }
            }
        } catch (IOException e) {
            // it was killed
        } finally {
            began.completeExceptionally(new AssertionError("it ended before anything: " + life.other));
        }
    }

    private static Said said(List<String> words, boolean open) {
        return new Said(Long.parseLong(words.get(2)), Long.parseLong(words.get(3)), Long.parseLong(words.get(4)), open);
    }
}
