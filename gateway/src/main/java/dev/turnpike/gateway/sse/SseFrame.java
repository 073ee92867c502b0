package dev.turnpike.gateway.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads the lines of one whole frame.
final class SseFrame {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);

    private final byte[] frame;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String name = "";
    private boolean hasData;

    private SseFrame(byte[] frame) {
        this.frame = frame;
    }

    /// The event in a frame; empty where it has no data.
    static Optional<SseEvent> event(byte[] frame) {
        SseFrame reading = new SseFrame(frame);
        reading.lines();
        return reading.hasData
                ? Optional.of(new SseEvent(reading.name, reading.data.toByteArray(), frame))
                : Optional.empty();
    }

    private void lines() {
        int start = 0;
        for (int i = 0; i < frame.length; i++) {
            if (frame[i] == '\n' || frame[i] == '\r') {
                if (i > start) {
                    line(start, i);
                }
                start = i + 1;
            }
        }
    }

    private void line(int start, int end) {
        int colon = start;
        while (colon < end && frame[colon] != ':') {
            colon++;
        }
        int value = Math.min(end, colon + 1);
        if (value < end && frame[value] == ' ') {
            value++;
        }
        if (Arrays.equals(frame, start, colon, DATA, 0, DATA.length)) {
            if (hasData) {
                data.write('\n');
            }
            data.write(frame, value, end - value);
            hasData = true;
        } else if (Arrays.equals(frame, start, colon, EVENT, 0, EVENT.length)) {
            name = new String(frame, value, end - value, StandardCharsets.UTF_8);
        }
    }
}
