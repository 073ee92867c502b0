import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// One scenario on one target, for some time.
final class Measurement {
    /// What is not answered that long behind the end counts as bad.
    private static final long PATIENCE = 15_000_000_000L;

    private static final int MOST_BAD = 200;

    /// How often memory is looked at: seldom, since the look itself costs the process.
    private static final long LOOK = 400_000_000L;

    private final Scenario scenario;
    private final Target target;
    private final Samples latencies = new Samples();
    private final Samples firsts = new Samples();
    private final Samples delays = new Samples();
    private final byte[] buffer = new byte[256 << 10];
    private final Selector selector;
    private long end;
    private int waiting;
    private int answers;
    private int deltas;
    private int bad;

    private Measurement(Scenario scenario, Target target, Selector selector) {
        this.scenario = scenario;
        this.target = target;
        this.selector = selector;
    }

    /// Measures.
    static Figures of(Scenario scenario, Target target, double seconds) throws IOException {
        try (Selector selector = Selector.open()) {
            return new Measurement(scenario, target, selector).run(request(scenario), seconds);
        }
    }

    private static ByteBuffer request(Scenario scenario) {
        byte[] body = Bodies.of(scenario).getBytes(StandardCharsets.UTF_8);
        byte[] head =
                Dialect.bytes("POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "x-api-key: k\r\nanthropic-version: 2023-06-01\r\nContent-Length: " + body.length
                        + "\r\n\r\n");
        return ByteBuffer.allocateDirect(head.length + body.length).put(head).put(body);
    }

    Scenario scenario() {
        return scenario;
    }

    private Figures run(ByteBuffer request, double seconds) throws IOException {
        List<Caller> callers = new ArrayList<>();
        try {
            for (int i = 0; i < scenario.callers(); i++) {
                callers.add(new Caller(this, selector, target, request));
            }
            ProcessorTime before = target.processorTime();
            long start = System.nanoTime();
            end = start + (long) (seconds * 1e9);
            waiting = callers.size();
            double memory = serve(callers, start);
            double elapsed = (System.nanoTime() - start) / 1e9;
            return figures(elapsed, target.processorTime().since(before), memory);
        } catch (IOException e) {
            System.err.println(scenario.name() + ", " + target.name() + ": " + e);
            bad += Math.max(1, waiting);
            return figures(Double.NaN, Double.NaN, Double.NaN);
        } finally {
            callers.forEach(Caller::close);
        }
    }

    /// Goes on until all callers are done. Streams begin one after the other, within the time of ten deltas.
    ///
    /// @return the most memory seen
    private double serve(List<Caller> callers, long start) throws IOException {
        double memory = Double.NaN;
        long look = start + LOOK;
        long apart = scenario.order().gapMicros() * 10_000L / scenario.callers();
        int begun = 0;
        while (waiting > 0 && bad < MOST_BAD) {
            while (begun < callers.size() && System.nanoTime() >= start + begun * apart) {
                callers.get(begun++).ask();
            }
            selector.select(begun < callers.size() ? 1 : 100);
            Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                attend((Caller) key.attachment());
            }
            long now = System.nanoTime();
            if (now > end + PATIENCE) {
                bad += waiting;
                return memory;
            }
            if (now > look) {
                double seen = target.megabytes();
                memory = Double.isNaN(memory) ? seen : Math.max(memory, seen);
                look = now + LOOK;
            }
        }
        return memory;
    }

    private void attend(Caller caller) {
        try {
            caller.attend(buffer);
        } catch (IOException | RuntimeException _) {
            // an answer that broke off or is not HTTP; its connection is of no further use
            bad++;
            waiting--;
            caller.close();
        }
    }

    void answered(Caller caller, long nanos, boolean whole) throws IOException {
        answers++;
        bad += whole ? 0 : 1;
        latencies.add(nanos);
        if (System.nanoTime() < end) {
            caller.ask();
        } else {
            waiting--;
        }
    }

    void first(long nanos) {
        firsts.add(nanos);
    }

    void delayed(long nanos) {
        deltas++;
        delays.add(nanos);
    }

    private Figures figures(double seconds, double processorNanos, double memory) {
        int units = scenario.isStream() ? deltas : answers;
        return new Figures(
                latencies.micros(0.5),
                latencies.micros(0.99),
                firsts.micros(0.5),
                delays.micros(0.5),
                delays.micros(0.99),
                units / seconds,
                units == 0 ? Double.NaN : processorNanos / 1e3 / units,
                memory,
                bad);
    }
}
