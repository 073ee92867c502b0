package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.http.Headers;

/// Where the answer goes. Every method that writes throws [ClientGone] when the client has left.
///
/// Calls come one after the other, though not always from the same thread; [#watch] may overlap with any of them.
public interface ReplySink {
    /// The head of a stream leaves, with the first frames.
    void open(Headers headers, byte[] frames);

    /// More of the stream, at once.
    void write(byte[] frames);

    /// The stream is complete.
    void end();

    /// The stream ends before its time: after the last frames the connection is closed.
    void cut();

    /// An answer in one piece.
    void whole(Headers headers, byte[] json);

    /// An error in one piece, with the status that it names.
    void fail(Headers headers, ApiError error);

    /// Begins to watch the client; `gone` runs, on any thread, as soon as it has left. Asked for at most once.
    void watch(Runnable gone);
}
