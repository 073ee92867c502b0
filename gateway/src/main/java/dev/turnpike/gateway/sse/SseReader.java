package dev.turnpike.gateway.sse;

import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts an event stream into events as its bytes come in, however they are cut.
///
/// Follows the WHATWG rules: lines end in LF, CR or CRLF; a byte order mark at the start is dropped;
/// comments, `id:` and `retry:` mean nothing; an event without a `data:` line is none. What comes out
/// depends on the bytes alone, not on where they were cut. After [EventTooLarge] a reader is of no
/// further use.
public final class SseReader {
    /// No event may be larger, in bytes.
    public static final int LIMIT = 32 << 20;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final int limit;
    private byte[] frame = new byte[1024];
    private int size;
    private int lineStart;
    private int markSeen;
    private boolean afterReturn;
    private boolean usesReturnLineFeed;
    private boolean awaitsLineFeed;
    private String lastName = "";

    public SseReader() {
        this(LIMIT);
    }

    SseReader(int limit) {
        this.limit = limit;
    }

    /// Takes bytes and hands on every event that they complete.
    ///
    /// Events that lie whole in the bytes are told where they lie; what is cut, or has lines that end in CR, is put
    /// together first.
    public void accept(byte[] bytes, int offset, int length, Consumer<SseEvent> events) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (isBetweenEvents()) {
                at = whole(bytes, at, end, events);
            }
            at = apart(bytes, at, end, events);
        }
    }

    private boolean isBetweenEvents() {
        return size == 0 && markSeen == MARK.length && !afterReturn && !awaitsLineFeed;
    }

    /// Hands on the events that lie whole in the bytes, up to the first that does not.
    ///
    /// @return where that one begins
    private int whole(byte[] bytes, int offset, int end, Consumer<SseEvent> events) {
        int start = offset;
        int lineStart = offset;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                if (i == lineStart) {
                    if (i > start) {
                        told(bytes, start, i + 1, events);
                    }
                    start = i + 1;
                }
                lineStart = i + 1;
            } else if (b == '\r') {
                return start;
            }
        }
        return start;
    }

    /// Takes bytes one by one, until an event is complete.
    ///
    /// @return where the next one begins
    private int apart(byte[] bytes, int offset, int end, Consumer<SseEvent> events) {
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (markSeen < MARK.length) {
                if (b == MARK[markSeen]) {
                    markSeen++;
                    continue;
                }
                restoreMark();
            }
            take(b, events);
            if (b == '\n' && isBetweenEvents()) {
                return i + 1;
            }
        }
        return end;
    }

    /// The stream is over: an event whose lines are all there but for the empty one is handed on, half a line is not.
    public void end(Consumer<SseEvent> events) {
        if (awaitsLineFeed) {
            dispatch(events);
        } else if (lineStart > 0) {
            size = lineStart;
            if (frame[size - 1] == '\r') {
                // one LF behind a CR would only complete it to a CRLF
                append((byte) '\n');
            }
            append((byte) '\n');
            dispatch(events);
        }
    }

    private void restoreMark() {
        for (int i = 0; i < markSeen; i++) {
            append(MARK[i]);
        }
        markSeen = MARK.length;
    }

    private void take(byte b, Consumer<SseEvent> events) {
        if (awaitsLineFeed) {
            if (b == '\n') {
                append(b);
                dispatch(events);
                return;
            }
            dispatch(events);
        }
        boolean second = afterReturn && b == '\n';
        afterReturn = b == '\r';
        if (second) {
            secondOfPair(b);
        } else if (b == '\n' || b == '\r') {
            endLine(b, events);
        } else {
            append(b);
        }
    }

    private void secondOfPair(byte lineFeed) {
        if (size > 0) {
            usesReturnLineFeed = true;
            append(lineFeed);
            lineStart = size;
        }
    }

    private void endLine(byte b, Consumer<SseEvent> events) {
        boolean empty = size == lineStart;
        if (empty && size == 0) {
            return;
        }
        append(b);
        lineStart = size;
        if (!empty) {
            return;
        }
        // the LF of this CRLF belongs to the frame, and comes for sure where the line before had one
        if (b == '\r' && usesReturnLineFeed) {
            awaitsLineFeed = true;
        } else {
            dispatch(events);
        }
    }

    private void append(byte b) {
        if (size == limit) {
            throw new EventTooLarge(limit);
        }
        if (size == frame.length) {
            frame = Arrays.copyOf(frame, Math.min(limit, size * 2));
        }
        frame[size++] = b;
    }

    private void dispatch(Consumer<SseEvent> events) {
        byte[] whole = Arrays.copyOf(frame, size);
        size = 0;
        lineStart = 0;
        awaitsLineFeed = false;
        usesReturnLineFeed = false;
        told(whole, 0, whole.length, events);
    }

    private void told(byte[] bytes, int start, int end, Consumer<SseEvent> events) {
        if (end - start > limit) {
            throw new EventTooLarge(limit);
        }
        SseEvent event = SseFrame.event(bytes, start, end, lastName);
        if (event != null) {
            lastName = event.name();
            events.accept(event);
        }
    }
}
