package dev.turnpike.gateway.upstream;

/// Whatever answers a call: a model server over HTTP, or something in this process. A function is enough for a test.
@FunctionalInterface
public interface Upstream {
    /// Sends a call and waits for the head of its reply. Failures that are to be expected come back as values.
    ///
    /// @param cancellation ends the call from any thread, before and after this returns
    UpstreamReply send(UpstreamCall call, Cancellation cancellation);
}
