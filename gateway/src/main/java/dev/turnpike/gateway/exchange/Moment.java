package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.translation.Adjustment;
import java.net.URI;
import java.util.List;

/// Something that happened in an exchange. Moments of one exchange reach a listener in the order in
/// which they happened.
///
/// Byte arrays are handed over, not copied: a listener reads and never writes them. No moment but [Sent] holds a
/// credential, and that one says so.
public sealed interface Moment {
    ExchangeId exchange();

    /// When it happened, on the clock of `System.nanoTime`.
    long nanos();

    /// A request came in. `headers` are without credentials; `body` is as the client sent it; `marks` is what it tells
    /// about its client.
    record Arrived(
            ExchangeId exchange,
            long nanos,
            ExchangeKind kind,
            long epochMillis,
            String path,
            Headers headers,
            byte[] body,
            List<Mark> marks)
            implements Moment {
        /// One that tells nothing about its client.
        public Arrived(
                ExchangeId exchange,
                long nanos,
                ExchangeKind kind,
                long epochMillis,
                String path,
                Headers headers,
                byte[] body) {
            this(exchange, nanos, kind, epochMillis, path, headers, body, List.of());
        }
    }

    /// The request could be read.
    record Understood(ExchangeId exchange, long nanos, String askedModel, boolean stream) implements Moment {}

    /// It is decided who serves it; `reason` is a sentence for people.
    record Routed(ExchangeId exchange, long nanos, ChannelId channel, String servedModel, String reason)
            implements Moment {}

    /// Translation changed something. Not announced where nothing was changed.
    record Adjusted(ExchangeId exchange, long nanos, List<Adjustment> adjustments) implements Moment {}

    /// An attempt was begun; `body` is what the upstream gets. `credentials` is there for whoever keeps
    /// what is said, to leave them out.
    record Sent(ExchangeId exchange, long nanos, int attempt, URI uri, Pieces body, Credentials credentials)
            implements Moment {
        /// The same, with a body in one array and no credentials.
        public Sent(ExchangeId exchange, long nanos, int attempt, URI uri, byte[] body) {
            this(exchange, nanos, attempt, uri, Pieces.of(body), Credentials.NONE);
        }
    }

    /// The head of the upstream's reply arrived.
    record Answered(ExchangeId exchange, long nanos, int attempt, int status, Headers headers) implements Moment {}

    /// Bytes of the upstream's reply arrived: what one read of a stream brought, or the one body.
    record Received(ExchangeId exchange, long nanos, int attempt, byte[] bytes) implements Moment {}

    /// Bytes left for the client: whole frames of a stream, or the one JSON body.
    record EventPassed(ExchangeId exchange, long nanos, byte[] bytes) implements Moment {}

    /// An attempt failed and another one follows.
    record Retried(ExchangeId exchange, long nanos, int attempt, String why) implements Moment {}

    /// The client has the whole answer.
    record Finished(ExchangeId exchange, long nanos, int status, TokenUsage usage, String stopReason)
            implements Moment {}

    /// The client got an error, as a status or, where `committed`, inside its stream. `requestId` is the
    /// `request-id` of that answer, which may be the upstream's.
    record Failed(ExchangeId exchange, long nanos, ApiError error, boolean committed, String requestId)
            implements Moment {
        /// An error under our own `request-id`.
        public Failed(ExchangeId exchange, long nanos, ApiError error, boolean committed) {
            this(exchange, nanos, error, committed, exchange.value());
        }
    }

    /// The client left before the end.
    record Abandoned(ExchangeId exchange, long nanos) implements Moment {}
}
