package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.http.Headers;

/// What became of a call.
public sealed interface UpstreamReply {
    /// A success in one piece.
    record Whole(int status, Headers headers, byte[] body) implements UpstreamReply {}

    /// A success that streams events. The receiver must close the stream.
    record Streaming(int status, Headers headers, ReplyStream stream) implements UpstreamReply {}

    /// A status of 300 and above. Redirects are never followed, so they end here too.
    record Refused(int status, Headers headers, byte[] body) implements UpstreamReply {}

    /// No connection came about; the request was certainly not processed. `why` is a sentence for people.
    record Unreachable(String why) implements UpstreamReply {}

    /// The connection failed before the reply was whole. `why` is a sentence for people.
    record Broken(String why) implements UpstreamReply {}
}
