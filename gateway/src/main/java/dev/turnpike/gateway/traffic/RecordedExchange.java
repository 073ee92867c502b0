package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.Mark;
import dev.turnpike.gateway.http.Headers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All that is kept of one exchange, at one instant.
///
/// @param revision changes when anything else changed
/// @param path with the query
/// @param headers of the request, without credentials
/// @param body what the client sent
/// @param parts what fills it
/// @param stream an event stream was asked for
/// @param reply what left for the client so far
/// @param pieces the same, put together; what [#blocks] gives
/// @param marks what the request tells about its client
public record RecordedExchange(
        ExchangeSummary summary,
        long revision,
        String path,
        Headers headers,
        Body body,
        ContextParts parts,
        boolean stream,
        List<RecordedAttempt> attempts,
        Body reply,
        Supplier<List<ReplyBlock>> pieces,
        List<Mark> marks) {
    /// The field of a request that is sent again: it names the exchange that it was recorded of.
    public static final String RESENT_FROM = "x-turnpike-resent-from";

    public RecordedExchange {
        attempts = List.copyOf(attempts);
        marks = List.copyOf(marks);
    }

    /// The answer put together, of a finished one anew on every call. May take time.
    public List<ReplyBlock> blocks() {
        return pieces.get();
    }

    /// The same with the sizes of its bodies alone.
    ///
    /// @param why they are not there
    RecordedExchange withoutBodies(Body.Keeping why) {
        return new RecordedExchange(
                summary,
                revision,
                path,
                headers,
                body.gone(why),
                parts,
                stream,
                attempts.stream().map(attempt -> attempt.withoutBodies(why)).toList(),
                reply.gone(why),
                List::of,
                marks);
    }

    /// The exchange whose request was sent again; empty where this is the agent's own.
    public Optional<ExchangeId> resentFrom() {
        return headers.first(RESENT_FROM).map(ExchangeId::new);
    }

    /// The request, decoded anew on every call; empty where it is no such request or no longer kept.
    public Optional<MessagesRequest> request() {
        if (!body.isKept() || body.size() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessagesCodec.request(body.bytes()));
        } catch (MalformedRequest _) {
            return Optional.empty();
        }
    }
}
