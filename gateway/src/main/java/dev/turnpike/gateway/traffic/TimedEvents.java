package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.sse.EventTooLarge;
import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import dev.turnpike.gateway.traffic.TimedEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The events of an upstream's stream in the order in which they came, each with its time. Reads only what is new since
/// it was asked last. One attempt, one thread at a time.
public final class TimedEvents {
    private static final int MOST_DATA = 240;

    private final SseReader reader = new SseReader();
    private final List<TimedEvent> events = new ArrayList<>();
    private int arrivals;
    private long bytes;
    private boolean broken;

    /// Of an attempt that has not been asked for.
    public TimedEvents() {}

    /// Takes what has come since; none where it is no stream of events, or its bytes are not kept.
    ///
    /// @return all of them
    public List<TimedEvent> read(RecordedAttempt attempt) {
        Arrivals told = attempt.arrivals();
        if (!broken && attempt.received().isKept() && told.count() > arrivals) {
            take(attempt.received().bytes(), told);
        }
        return List.copyOf(events);
    }

    private void take(byte[] received, Arrivals told) {
        try {
            while (arrivals < told.count() && bytes < received.length) {
                int end = (int) Math.min(received.length, told.end(arrivals));
                Duration at = told.after(arrivals);
                reader.accept(received, (int) bytes, (int) (end - bytes), event -> add(event, at));
                bytes = end;
                arrivals++;
            }
        } catch (EventTooLarge _) {
            // what was told before stays
            broken = true;
        }
    }

    private void add(SseEvent event, Duration at) {
        String data = event.text();
        Kind kind = Kind.of(data);
        Duration before = events.isEmpty() ? Duration.ZERO : events.getLast().at();
        int size = data.getBytes(StandardCharsets.UTF_8).length;
        String beginning = data.length() > MOST_DATA ? data.substring(0, MOST_DATA) : data;
        events.add(new TimedEvent(at, at.minus(before), event.name(), kind, size, beginning));
    }
}
