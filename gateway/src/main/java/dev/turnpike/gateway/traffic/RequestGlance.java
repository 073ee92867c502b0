package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.traffic.Conversations.Continuation;
import java.util.List;
import java.util.Optional;

/// What one look at a request tells about it.
///
/// @param tools the names of the tools whose results it brings
/// @param bodySize how many bytes its body had, whether they are there or not
record RequestGlance(
        RowKind kind,
        Subject subject,
        SessionKey session,
        String project,
        ContextParts parts,
        List<String> tools,
        Continuation continuation,
        RequestPlaces places,
        long bodySize) {

    /// The same without the places, of which there may be thousands.
    RequestGlance withoutPlaces() {
        return new RequestGlance(
                kind, subject, session, project, parts, tools, continuation, RequestPlaces.UNKNOWN, bodySize);
    }

    /// @param requests that came before, which learn of this one
    /// @param conversations that go on, which learn of it as well
    static RequestGlance at(Moment.Arrived arrived, SuccessiveRequests requests, Conversations conversations) {
        Client client = Client.of(arrived.headers());
        long size = arrived.body().length == 0 ? announced(arrived.headers()) : arrived.body().length;
        Optional<RequestOutline> outline = outline(arrived.body(), requests);
        SessionKey session = client.session(outline.map(RequestOutline::userId).orElse(""));
        if (outline.isEmpty()) {
            RowKind kind = RequestNature.withoutBody(arrived.kind(), client);
            return new RequestGlance(
                    kind,
                    new Subject.Nothing(),
                    session,
                    "",
                    ContextParts.NONE,
                    List.of(),
                    Continuation.BEGINNING,
                    RequestPlaces.UNKNOWN,
                    size);
        }
        RequestOutline seen = outline.get();
        RequestNature nature = RequestNature.of(client, seen);
        boolean counts = arrived.kind() == ExchangeKind.COUNT_TOKENS;
        RowKind kind = counts ? RowKind.COUNT_TOKENS : nature.kind();
        // a title or a count is asked beside the conversation
        boolean beside = counts || kind == RowKind.BACKGROUND;
        Continuation continuation = conversations.next(session.id(), client.agentId(), !beside, seen);
        return new RequestGlance(
                kind,
                counts ? new Subject.Count() : nature.subject(),
                session,
                nature.project(),
                seen.parts(),
                counts ? List.of() : nature.tools(),
                continuation,
                seen.places(),
                size);
    }

    private static long announced(Headers headers) {
        return headers.first("content-length")
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Optional<RequestOutline> outline(byte[] body, SuccessiveRequests requests) {
        try {
            return body.length == 0 ? Optional.empty() : Optional.of(requests.read(body));
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }
}
