package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.sse.EventTooLarge;
import dev.turnpike.gateway.sse.SseReader;
import dev.turnpike.gateway.traffic.Arrivals;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Something of an upstream's answer that arrived: an event of its stream, or what one read brought.
///
/// @param after from the arrival of the request to the event's last byte
/// @param name of the event; empty where it has none, and where the answer is no stream or not kept
record TimedEvent(Duration after, String name, long bytes) {
    /// In the order in which they came.
    static List<TimedEvent> of(RecordedAttempt attempt) {
        Body body = attempt.received();
        if (body.isKept()) {
            byte[] bytes = body.bytes();
            if (isStream(attempt, bytes)) {
                return events(bytes, attempt.arrivals());
            }
        }
        Arrivals arrivals = attempt.arrivals();
        List<TimedEvent> reads = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < arrivals.count(); i++) {
            reads.add(new TimedEvent(arrivals.after(i), "", arrivals.end(i) - before));
            before = arrivals.end(i);
        }
        return reads;
    }

    private static boolean isStream(RecordedAttempt attempt, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
        return attempt.headers()
                        .first("content-type")
                        .filter(type -> type.startsWith("text/event-stream"))
                        .isPresent()
                || BodyText.isStream(start);
    }

    /// An event is there when a read brought its last byte.
    private static List<TimedEvent> events(byte[] bytes, Arrivals arrivals) {
        List<TimedEvent> events = new ArrayList<>();
        SseReader reader = new SseReader();
        int from = 0;
        try {
            for (int i = 0; i < arrivals.count() && from < bytes.length; i++) {
                int to = (int) Math.min(arrivals.end(i), bytes.length);
                Duration after = arrivals.after(i);
                reader.accept(
                        bytes,
                        from,
                        to - from,
                        event ->
                                events.add(new TimedEvent(after, event.name(), event.frameEnd() - event.frameStart())));
                from = to;
            }
        } catch (EventTooLarge _) {
            // those before it are told
            return events;
        }
        return events;
    }
}
