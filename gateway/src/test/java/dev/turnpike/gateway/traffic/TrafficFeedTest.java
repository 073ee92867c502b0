package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrafficFeedTest {
    /// A reader that knows what batches told it.
    private static final class Reader {
        private final TrafficFeed feed;
        private final Map<ExchangeId, ExchangeSummary> known = new LinkedHashMap<>();
        private Cursor cursor = Cursor.START;

        Reader(TrafficFeed feed) {
            this.feed = feed;
        }

        TrafficBatch read() {
            TrafficBatch batch = feed.since(cursor);
            if (batch.reset()) {
                known.clear();
            }
            batch.dropped().forEach(known::remove);
            batch.changed().forEach(summary -> known.put(summary.id(), summary));
            cursor = batch.next();
            return batch;
        }

        void readAll() {
            boolean more = true;
            while (more) {
                more = !read().isEmpty();
            }
        }
    }

    @Test
    void tellsNothingWhereNothingChanged() {
        Recorder recorder = new Recorder();
        Reader reader = new Reader(recorder.feed());

        assertThat(reader.read().reset()).isTrue();
        assertThat(reader.read().isEmpty()).isTrue();
        begin(recorder, "x1");
        assertThat(reader.read().changed()).hasSize(1);
        assertThat(reader.read().isEmpty()).isTrue();
    }

    @Test
    void tellsManyChangesOfOneExchangeOnce() {
        Recorder recorder = new Recorder();
        Reader reader = new Reader(recorder.feed());
        reader.readAll();
        begin(recorder, "x1").begun(1).text(0).says(0, "a").finished(1, 1);
        begin(recorder, "x2").begun(1).finished(2, 2);

        assertThat(reader.read().changed())
                .extracting(summary -> summary.id().value())
                .containsExactly("x1", "x2");
    }

    @Test
    void goesOnWhereABatchWasFull() {
        Recorder recorder = new Recorder();
        Reader reader = new Reader(recorder.feed());
        reader.readAll();
        for (int i = 0; i < 1200; i++) {
            begin(recorder, "x" + i);
        }

        assertThat(List.of(
                        reader.read().changed().size(),
                        reader.read().changed().size(),
                        reader.read().changed().size(),
                        reader.read().changed().size()))
                .containsExactly(500, 500, 200, 0);
        assertThat(reader.known).hasSize(1200);
    }

    @Test
    void aReaderThatStayedAwayTooLongBeginsAnew() {
        Recorder recorder = new Recorder(2, 1000);
        Reader reader = new Reader(recorder.feed());
        begin(recorder, "x");
        reader.readAll();
        for (int i = 0; i < 5000; i++) {
            begin(recorder, "x" + i);
        }

        assertThat(reader.read().reset()).isTrue();
        assertThat(reader.known.keySet()).extracting(ExchangeId::value).containsExactly("x4998", "x4999");
        assertThat(reader.read().isEmpty()).isTrue();
    }

    /// However moments of many exchanges mix and whenever readers look, all end up knowing the same.
    @Test
    void everyReaderEndsUpKnowingTheSame() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Recorder recorder = new Recorder(1 + random.nextInt(8), 20_000);
            Reader eager = new Reader(recorder.feed());
            Reader lazy = new Reader(recorder.feed());
            List<List<Runnable>> scripts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                scripts.add(script(recorder, "x" + i, random));
            }
            while (!scripts.isEmpty()) {
                List<Runnable> script = scripts.get(random.nextInt(scripts.size()));
                script.removeFirst().run();
                if (script.isEmpty()) {
                    scripts.remove(script);
                }
                eager.read();
                if (random.nextInt(10) == 0) {
                    lazy.read();
                }
                if (random.nextInt(60) == 0) {
                    recorder.clear();
                }
            }
            eager.readAll();
            lazy.readAll();
            Reader fresh = new Reader(recorder.feed());
            fresh.readAll();

            assertThat(eager.known).as("seed %d", seed).isEqualTo(fresh.known);
            assertThat(lazy.known).as("seed %d", seed).isEqualTo(fresh.known);
            assertThat(fresh.known.keySet())
                    .allSatisfy(id -> assertThat(
                                    recorder.feed().detail(id).orElseThrow().summary())
                            .isEqualTo(fresh.known.get(id)));
        }
    }

    private static List<Runnable> script(Recorder recorder, String id, Random random) {
        ScriptedExchange exchange = new ScriptedExchange(recorder, id);
        List<Runnable> script = new ArrayList<>();
        script.add(() -> exchange.arrived(
                ClaudeRequest.main("m", "s" + random.nextInt(3), "/p").user("go")));
        script.add(() -> exchange.sent("up", "served", "r"));
        if (random.nextBoolean()) {
            script.add(() -> exchange.answered(529).retried("Overloaded"));
            script.add(() -> exchange.sent("other", "served", "r"));
        }
        script.add(() -> exchange.begun(3).text(0));
        for (int i = random.nextInt(6); i > 0; i--) {
            script.add(() -> exchange.after(random.nextInt(400)).says(0, "word ".repeat(random.nextInt(200))));
        }
        switch (random.nextInt(4)) {
            case 0 -> script.add(() -> exchange.closed(0).finished(9, 9));
            case 1 -> script.add(() -> exchange.failed(500, "broken", true));
            case 2 -> script.add(exchange::abandoned);
            default -> script.add(() -> exchange.says(0, "and it runs"));
        }
        return script;
    }

    private static ScriptedExchange begin(Recorder recorder, String id) {
        return new ScriptedExchange(recorder, id)
                .arrived(ClaudeRequest.main("m", "s", "/p").user("go"))
                .sent("up", "served", "r");
    }
}
