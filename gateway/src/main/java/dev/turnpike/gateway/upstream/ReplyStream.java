package dev.turnpike.gateway.upstream;

import java.util.Optional;

/// The body of a streaming reply. One reader; `close` from any thread.
public interface ReplyStream extends AutoCloseable {
    /// Takes what comes.
    @FunctionalInterface
    interface Receiver {
        /// Takes bytes that arrived together; they are good until this returns.
        ///
        /// @return whether more is wanted
        boolean take(byte[] bytes, int length);
    }

    /// Hands on what comes until the stream ends or the receiver has enough; returns then. Meanwhile the receiver is
    /// called by whatever thread has the bytes, one call at a time. What it throws is thrown here.
    default void pass(Receiver receiver) {
        byte[] buffer = new byte[16 * 1024];
        int count = read(buffer);
        while (count >= 0 && receiver.take(buffer, count)) {
            count = read(buffer);
        }
    }

    /// Waits for bytes and takes what is there, at most as much as `buffer` holds.
    ///
    /// @return how many, or -1 at the end, be it the upstream's own or a cut
    int read(byte[] buffer);

    /// Why the stream ended before its time, as a sentence for people; empty after a proper end.
    Optional<String> cut();

    /// Reads the little that may stand behind a complete message, so that the connection can be kept. Waits 200 ms at
    /// most.
    void drain();

    /// Gives the connection back if the body was read to its end, else drops it.
    @Override
    void close();
}
