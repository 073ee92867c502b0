package dev.turnpike.app.inspector;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.Optional;

/// How far an exchange had come when it was compared.
///
/// @param attempts how many there were
record CrossingState(Optional<ExchangeId> exchange, int attempts, Sent sent, Answered answered) {
    static final CrossingState NONE = new CrossingState(Optional.empty(), 0, Sent.NOTHING, Answered.NOTHING);

    /// What the request depends on.
    private record Sent(boolean over, boolean tried, long size, Body.Keeping asked, Body.Keeping sent) {
        static final Sent NOTHING = new Sent(false, false, -1, Body.Keeping.WHOLE, Body.Keeping.WHOLE);
    }

    /// What the answer depends on.
    private record Answered(boolean over, long received, Body.Keeping kept, long told, Body.Keeping passed) {
        static final Answered NOTHING = new Answered(false, -1, Body.Keeping.WHOLE, -1, Body.Keeping.WHOLE);
    }

    static CrossingState of(RecordedExchange exchange) {
        Optional<RecordedAttempt> attempt = Crossings.last(exchange);
        boolean over = exchange.summary().state().isEnd();
        boolean tried = attempt.flatMap(RecordedAttempt::uri).isPresent();
        Body sent = attempt.map(RecordedAttempt::sent).orElse(Body.none());
        Body received = attempt.map(RecordedAttempt::received).orElse(Body.none());
        Body told = exchange.reply();
        return new CrossingState(
                Optional.of(exchange.summary().id()),
                exchange.attempts().size(),
                // what was sent does not change; whether anything will be does
                new Sent(over && !tried, tried, sent.size(), exchange.body().keeping(), sent.keeping()),
                new Answered(over, received.size(), received.keeping(), told.size(), told.keeping()));
    }

    /// It is of the last attempt of that exchange.
    boolean isOf(RecordedExchange other) {
        return exchange.filter(id -> id.equals(other.summary().id())).isPresent()
                && attempts == other.attempts().size();
    }

    boolean isSameRequest(CrossingState other) {
        return exchange.equals(other.exchange) && attempts == other.attempts && sent.equals(other.sent);
    }

    boolean isSameReply(CrossingState other) {
        return exchange.equals(other.exchange) && attempts == other.attempts && answered.equals(other.answered);
    }

    CrossingState withReplyOf(CrossingState other) {
        return new CrossingState(exchange, attempts, sent, other.answered);
    }
}
