package dev.turnpike.gateway.sse;

import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts an event stream into events as its bytes come in, however they are cut.
///
/// Follows the WHATWG rules: lines end in LF, CR or CRLF; a byte order mark at the start is dropped; comments, `id:`
/// and
/// `retry:` mean nothing; an event without a `data:` line is none. What comes out depends on the bytes alone, not on
/// where they were cut. After [EventTooLarge] a reader is of no further use.
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

    public SseReader() {
        this(LIMIT);
    }

    SseReader(int limit) {
        this.limit = limit;
    }

    /// Takes bytes and hands on every event that they complete.
    public void accept(byte[] bytes, int offset, int length, Consumer<SseEvent> events) {
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (markSeen < MARK.length) {
                if (b == MARK[markSeen]) {
                    markSeen++;
                    continue;
                }
                restoreMark();
            }
            take(b, events);
        }
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
        SseFrame.event(whole).ifPresent(events);
    }
}
