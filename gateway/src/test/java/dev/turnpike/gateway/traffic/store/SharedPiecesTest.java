package dev.turnpike.gateway.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Two processes, in all but name, write bodies that share pieces to the same file, and delete some: whatever is listed
/// reads back exactly.
class SharedPiecesTest {
    private final Map<String, byte[]> said = new HashMap<>();
    private final Set<String> expected = new HashSet<>();
    private final Set<Long> pinned = new HashSet<>();
    private StoreDesk[] desks = new StoreDesk[0];

    @Property(tries = 25)
    void readBackExactlyOneAfterTheOther(
            @ForAll @Size(min = 5, max = 25) List<@IntRange(max = 15) Integer> steps, @ForAll long seed)
            throws Exception {
        play(steps, seed, true);
    }

    @Property(tries = 25)
    void readBackExactlyWhileBothWork(
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 15) Integer> steps, @ForAll long seed)
            throws Exception {
        play(steps, seed, false);
    }

    private void play(List<Integer> steps, long seed, boolean calm) throws Exception {
        said.clear();
        expected.clear();
        pinned.clear();
        Path folder = Files.createTempDirectory("pieces");
        desks = new StoreDesk[] {new StoreDesk(folder), new StoreDesk(folder)};
        Random random = new Random(seed);
        try {
            int done = 0;
            for (int step : steps) {
                step(step, random, folder);
                if (calm || ++done % 20 == 0) {
                    settle();
                    check(calm);
                }
            }
            settle();
            check(calm);
            assertThat(RawFiles.faults(desks[0].file)).isEmpty();
        } finally {
            for (StoreDesk desk : desks) {
                desk.close();
            }
            delete(folder);
        }
    }

    private void step(int step, Random random, Path folder) {
        int which = random.nextInt(2);
        StoreDesk desk = desks[which];
        switch (step) {
            case 0 -> {
                desk.store.clear(Long.MAX_VALUE).join();
                expected.removeIf(id -> !isPinned(id));
            }
            case 1, 2 ->
                lines().stream().skip(random.nextInt(4)).findFirst().ifPresent(line -> {
                    CompletableFuture<Void> _ = desk.store.delete(line.seq());
                    expected.remove(line.summary().id().value());
                });
            case 3 ->
                lines().stream().skip(random.nextInt(4)).findFirst().ifPresent(line -> {
                    CompletableFuture<Void> _ = desk.store.pin(line.seq(), true);
                    pinned.add(line.seq());
                });
            case 4 -> {
                desk.close();
                desks[which] = new StoreDesk(folder);
            }
            default -> record(desk, random);
        }
    }

    private boolean isPinned(String id) {
        return lines().stream().anyMatch(line -> line.summary().id().value().equals(id) && pinned.contains(line.seq()));
    }

    private void record(StoreDesk desk, Random random) {
        StringBuilder body = new StringBuilder("{\"messages\":[{\"role\":\"user\",\"content\":\"");
        for (int i = random.nextInt(6); i >= 0; i--) {
            body.append(Story.of(3_000, random.nextInt(6)));
        }
        byte[] bytes = body.append("\"}]}").toString().getBytes(StandardCharsets.UTF_8);
        String id = "x" + said.size();
        said.put(id, bytes);
        expected.add(id);
        desk.exchange(id)
                .arrived(ExchangeKind.MESSAGES, Headers.of("content-type", "application/json"), bytes)
                .understood("m", false)
                .sent("up", "m", "r")
                .answered(200)
                .received(Story.of(2_000, random.nextInt(4)))
                .finished(1, 1);
    }

    private void settle() {
        for (StoreDesk desk : desks) {
            desk.settled();
        }
    }

    private List<StoredExchange> lines() {
        if (!Files.exists(desks[0].file)) {
            return List.of();
        }
        return TrafficArchive.open(desks[0].file)
                .map(archive -> {
                    try (archive) {
                        return archive.since(TrafficFilter.ALL, 0, 1_000);
                    }
                })
                .orElse(List.of());
    }

    private void check(boolean calm) throws SQLException, IOException {
        Set<String> there = new HashSet<>();
        try (TrafficArchive archive = desks[0].archive()) {
            for (StoredExchange line : lines()) {
                RecordedExchange exchange = StoreDesk.detail(archive, line);
                String id = line.summary().id().value();
                there.add(id);
                assertThat(exchange.body().bytes()).as(id).isEqualTo(said.get(id));
                assertThat(exchange.attempts().getFirst().sent().bytes()).isEqualTo(said.get(id));
                assertThat(exchange.attempts().getFirst().received().bytes()).hasSize(2_000);
            }
        }
        if (calm) {
            assertThat(there).isEqualTo(expected);
        }
        assertThat(desks[0].notices).isEmpty();
        assertThat(desks[1].notices).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
