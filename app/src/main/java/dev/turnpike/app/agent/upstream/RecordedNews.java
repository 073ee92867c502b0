package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.upstream.UpstreamNews.Answered;
import dev.turnpike.app.agent.upstream.UpstreamNews.Failed;
import dev.turnpike.app.agent.upstream.UpstreamNews.Result;
import dev.turnpike.app.agent.upstream.UpstreamNews.Spoken;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.RowKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads news from what was recorded of an exchange that is over.
final class RecordedNews {
    private RecordedNews() {}

    /// One for each upstream that was called, in order; none while it runs.
    static List<UpstreamNews> of(RecordedExchange exchange) {
        List<UpstreamNews> news = new ArrayList<>();
        if (exchange.summary().kind() == RowKind.COUNT_TOKENS || !exchange.summary().state().isEnd()) {
            return news;
        }
        for (RecordedAttempt attempt : exchange.attempts()) {
            if (attempt.uri().isPresent()) {
                result(exchange, attempt).ifPresent(result -> news.add(new UpstreamNews(
                        Instant.ofEpochMilli(exchange.summary().epochMillis()),
                        attempt.channel(),
                        exchange.summary().askedModel(),
                        attempt.servedModel(),
                        result)));
            }
        }
        return news;
    }

    private static Optional<Result> result(RecordedExchange exchange, RecordedAttempt attempt) {
        ReplyHead head = ReplyHead.of(attempt.status(), attempt.headers());
        if (attempt.lostBecause().isPresent()) {
            return Optional.of(new Failed(head.trouble(0, attempt.lostBecause().get())));
        }
        return switch (exchange.summary().state()) {
            case ExchangeState.Finished finished -> Optional.of(finished(exchange, finished.stopReason()));
            case ExchangeState.Failed(var error, _) ->
                Optional.of(new Failed(head.trouble(error.status(), error.message())));
            case ExchangeState.Abandoned _, ExchangeState.Waiting _, ExchangeState.Answering _ -> Optional.empty();
        };
    }

    private static Result finished(RecordedExchange exchange, String stopReason) {
        if (stopReason.equals("tool_use")) {
            return new Answered(true, true);
        }
        return SpokenCall.isIn(exchange)
                ? new Spoken()
                : new Answered(exchange.parts().toolCount() > 0, false);
    }
}
