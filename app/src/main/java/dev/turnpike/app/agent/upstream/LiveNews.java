package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.upstream.UpstreamNews.Answered;
import dev.turnpike.app.agent.upstream.UpstreamNews.Failed;
import dev.turnpike.app.agent.upstream.UpstreamNews.Result;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads news from moments. Used under the lock of its [UpstreamWitness].
final class LiveNews {
    private static final int MOST = 1_000;
    private static final String CALLS = "tool_use";

    private final LinkedHashMap<ExchangeId, Running> running = new LinkedHashMap<>();

    /// An exchange, and the attempt that it has come to.
    private static final class Running {
        final Instant at;
        String asked = "";
        String channel = "";
        String served = "";
        boolean sent;
        ReplyHead head = ReplyHead.NONE;

        Running(Instant at) {
            this.at = at;
        }

        Optional<UpstreamNews> news(Result result) {
            return sent ? Optional.of(new UpstreamNews(at, channel, asked, served, result)) : Optional.empty();
        }
    }

    /// Takes a moment in.
    Optional<UpstreamNews> take(Moment moment) {
        if (moment instanceof Moment.Arrived arrived) {
            if (arrived.kind() == ExchangeKind.MESSAGES) {
                running.put(arrived.exchange(), new Running(Instant.ofEpochMilli(arrived.epochMillis())));
                if (running.size() > MOST) {
                    running.pollFirstEntry();
                }
            }
            return Optional.empty();
        }
        @Nullable Running known = running.get(moment.exchange());
        return known == null ? Optional.empty() : next(known, moment);
    }

    private Optional<UpstreamNews> next(Running known, Moment moment) {
        switch (moment) {
            case Moment.Understood m -> known.asked = m.askedModel();
            case Moment.Routed m -> {
                known.channel = m.channel().value();
                known.served = m.servedModel();
                known.sent = false;
                known.head = ReplyHead.NONE;
            }
            case Moment.Sent _ -> known.sent = true;
            case Moment.Answered m -> known.head = ReplyHead.of(m.status(), m.headers());
            case Moment.Retried m -> {
                return known.news(new Failed(known.head.trouble(0, m.why())));
            }
            case Moment.Finished m -> {
                running.remove(m.exchange());
                boolean calls = m.stopReason().equals(CALLS);
                return known.news(new Answered(calls, calls));
            }
            case Moment.Failed m -> {
                running.remove(m.exchange());
                return known.news(new Failed(
                        known.head.trouble(m.error().status(), m.error().message())));
            }
            case Moment.Abandoned m -> running.remove(m.exchange());
            case Moment.Arrived _, Moment.Adjusted _, Moment.Received _, Moment.EventPassed _ -> {}
        }
        return Optional.empty();
    }
}
