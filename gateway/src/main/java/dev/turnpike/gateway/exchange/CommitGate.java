package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.translation.ReplyFrames;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Decides when the head of a streamed answer leaves, and keeps a silent stream alive.
///
/// Nothing leaves before the first frame with content, so that until then a real status is possible and another
/// upstream can be tried. After 20 s without content the head leaves with a comment. Everything that is written to the
/// client passes through here, one writer at a time.
final class CommitGate {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final byte[] COMMENT = ": waiting\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PING =
            "event: ping\ndata: {\"type\": \"ping\"}\n\n".getBytes(StandardCharsets.US_ASCII);

    private enum State {
        /// No upstream has answered yet.
        CLOSED,
        /// An upstream answered; its frames are held back.
        HOLDING,
        /// The head has left with a comment; frames are still held back, as an error may have to come first.
        WAITING,
        /// Frames pass.
        OPEN,
        ENDED
    }

    private final ReplySink sink;
    private final Consumer<byte[]> passed;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private State state = State.CLOSED;
    private Supplier<Headers> head = Headers::empty;
    private ReplyFrames frames = new ReplyFrames();
    private long answeredAt;
    private long wroteAt;
    private volatile boolean closed;

    /// @param passed gets all bytes that left for the client
    /// @param clock nanoseconds, as `System.nanoTime` counts them
    CommitGate(ReplySink sink, Consumer<byte[]> passed, LongSupplier clock) {
        this.sink = sink;
        this.passed = passed;
        this.clock = clock;
    }

    /// An upstream answered with a valid stream, whose frames come through `replyFrames`.
    ///
    /// @param fields asked for when the head leaves
    void answered(Supplier<Headers> fields, ReplyFrames replyFrames) {
        lock.lock();
        try {
            head = fields;
            frames = replyFrames;
            answeredAt = clock.getAsLong();
            state = State.HOLDING;
        } finally {
            lock.unlock();
        }
    }

    /// The attempt is lost. False where something has left for the client; else the next upstream may start afresh.
    boolean reopen() {
        lock.lock();
        try {
            if (state == State.HOLDING) {
                state = State.CLOSED;
            }
            return state == State.CLOSED;
        } finally {
            lock.unlock();
        }
    }

    /// Lets frames through as far as the rule allows.
    void pass() {
        lock.lock();
        try {
            if (state != State.OPEN && !frames.committable()) {
                return;
            }
            byte[] bytes = frames.take();
            if (bytes.length > 0) {
                write(bytes, State.OPEN);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The message is complete.
    void end() {
        lock.lock();
        try {
            pass();
            state = State.ENDED;
            sink.end();
        } finally {
            lock.unlock();
        }
    }

    /// An answer in one piece.
    void whole(Headers fields, byte[] json) {
        lock.lock();
        try {
            state = State.ENDED;
            sink.whole(fields, json);
            passed.accept(json);
        } finally {
            lock.unlock();
        }
    }

    /// The message cannot be completed: with a status where nothing has left yet, else inside the stream.
    ///
    /// @return whether something had left before
    boolean fail(Headers fields, ApiError error) {
        lock.lock();
        try {
            State before = state;
            state = State.ENDED;
            switch (before) {
                case CLOSED, HOLDING -> sink.fail(fields, error);
                case WAITING -> abort(new ReplyFrames(), error);
                case OPEN -> abort(frames, error);
                // the client has a whole answer, and whatever failed afterwards is not its concern
                case ENDED -> {}
            }
            return before != State.CLOSED && before != State.HOLDING;
        } finally {
            lock.unlock();
        }
    }

    /// No sign of life is due any more. Does not wait for one that a stalled client blocks.
    void close() {
        closed = true;
    }

    private void abort(ReplyFrames last, ApiError error) {
        // a limit of ours is told by its status, which a stream has none of
        boolean late = error.status() == 504;
        last.abort(late ? new ApiError(error.status(), "api_error", error.message()) : error);
        write(last.take(), State.ENDED);
        sink.cut();
    }

    /// What is due at this time, if anything, as something that may block.
    boolean due(long now) {
        if (closed || !lock.tryLock()) {
            return false;
        }
        try {
            return switch (state) {
                case HOLDING -> now - answeredAt >= PATIENCE_NANOS;
                case WAITING, OPEN -> now - wroteAt >= SILENCE_NANOS;
                case CLOSED, ENDED -> false;
            };
        } finally {
            lock.unlock();
        }
    }

    /// Writes the sign of life that is due.
    void keepAlive(long now) {
        lock.lock();
        try {
            if (due(now)) {
                boolean begun = state == State.OPEN;
                write(begun ? PING : COMMENT, begun ? State.OPEN : State.WAITING);
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] bytes, State next) {
        if (state == State.HOLDING) {
            sink.open(head.get(), bytes);
        } else {
            sink.write(bytes);
        }
        state = next;
        wroteAt = clock.getAsLong();
        passed.accept(bytes);
    }
}
