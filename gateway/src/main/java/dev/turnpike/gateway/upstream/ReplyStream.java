package dev.turnpike.gateway.upstream;

import java.util.Optional;

/// The body of a streaming reply. One reader; `close` from any thread.
public interface ReplyStream extends AutoCloseable {
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
