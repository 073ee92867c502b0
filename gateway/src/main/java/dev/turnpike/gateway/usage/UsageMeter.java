package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts exchanges for `/metrics`, on their own threads: a look into a map for each moment, and nothing
/// made but at the end of an exchange.
public final class UsageMeter implements ExchangeListener {
    private final Map<ExchangeId, Running> running = new ConcurrentHashMap<>();
    private final Labelled<LongAdder> exchanges =
            new Labelled<>(LongAdder::new, "kind", "channel", "model", "outcome", "status");
    private final Labelled<LongAdder> errors = new Labelled<>(LongAdder::new, "channel", "type");
    private final Labelled<LongAdder> attempts = new Labelled<>(LongAdder::new, "channel", "outcome");
    private final Labelled<LongAdder> tokens = new Labelled<>(LongAdder::new, "channel", "model", "kind");
    private final Labelled<LatencyCounter> firstTokens = new Labelled<>(LatencyCounter::new, "channel");
    private final Labelled<LatencyCounter> durations = new Labelled<>(LatencyCounter::new, "channel");

    public UsageMeter() {}

    /// An exchange that has not ended. Its moments come one after the other.
    private static final class Running {
        private final ExchangeKind kind;
        private final long arrivedAt;
        private String channel = "";
        private String model = "";
        private boolean sent;
        private boolean answered;
        private long answeredAt;

        Running(Moment.Arrived arrived) {
            this.kind = arrived.kind();
            this.arrivedAt = arrived.nanos();
        }
    }

    @Override
    public boolean wantsBytes() {
        return false;
    }

    @Override
    public boolean isImmediate() {
        return true;
    }

    @Override
    public void on(Moment moment) {
        switch (moment) {
            case Moment.Arrived m -> running.put(m.exchange(), new Running(m));
            case Moment.EventPassed m -> passed(m);
            case Moment.Routed m -> routed(m);
            case Moment.Sent m -> sent(m);
            case Moment.Retried m -> retried(m);
            case Moment.Finished m -> finished(m);
            case Moment.Failed m -> failed(m);
            case Moment.Abandoned m -> {
                Running exchange = running.remove(m.exchange());
                if (exchange != null) {
                    ended(exchange, "abandoned", "none", "abandoned");
                }
            }
            case Moment.Understood _ -> {}
            case Moment.Adjusted _ -> {}
            case Moment.Answered _ -> {}
            case Moment.Received _ -> {}
        }
    }

    private void routed(Moment.Routed moment) {
        Running exchange = running.get(moment.exchange());
        if (exchange != null) {
            exchange.channel = moment.channel().value();
            exchange.model = Labelled.name(moment.servedModel());
            exchange.sent = false;
        }
    }

    private void sent(Moment.Sent moment) {
        Running exchange = running.get(moment.exchange());
        if (exchange != null) {
            exchange.sent = true;
        }
    }

    private void passed(Moment.EventPassed moment) {
        Running exchange = running.get(moment.exchange());
        // a comment is a sign of life, and no answer
        if (exchange != null && !exchange.answered && moment.bytes().length > 0 && moment.bytes()[0] != ':') {
            exchange.answered = true;
            exchange.answeredAt = moment.nanos();
        }
    }

    private void retried(Moment.Retried moment) {
        Running exchange = running.get(moment.exchange());
        if (exchange != null) {
            attempted(exchange, "lost");
        }
    }

    private void attempted(Running exchange, String outcome) {
        if (exchange.sent) {
            attempts.of(exchange.channel, outcome).increment();
            exchange.sent = false;
        }
    }

    private void finished(Moment.Finished moment) {
        Running exchange = running.remove(moment.exchange());
        if (exchange == null) {
            return;
        }
        if (exchange.kind == ExchangeKind.MESSAGES) {
            tokens(exchange, SaneTokens.of(moment.usage()));
            durations.of(exchange.channel).add(moment.nanos() - exchange.arrivedAt);
            if (exchange.answered) {
                firstTokens.of(exchange.channel).add(exchange.answeredAt - exchange.arrivedAt);
            }
        }
        ended(exchange, "finished", Integer.toString(moment.status()), "served");
    }

    private void tokens(Running exchange, TokenUsage usage) {
        tokens(exchange, "input", usage.input());
        tokens(exchange, "output", usage.output());
        tokens(exchange, "cache_read", usage.cacheRead());
        tokens(exchange, "cache_write", usage.cacheCreation());
    }

    private void tokens(Running exchange, String kind, long count) {
        if (count > 0) {
            tokens.of(exchange.channel, exchange.model, kind).add(count);
        }
    }

    private void failed(Moment.Failed moment) {
        Running exchange = running.remove(moment.exchange());
        if (exchange != null) {
            String type = moment.error().type();
            errors.of(exchange.channel, ApiError.isType(type) ? type : "other").increment();
            ended(exchange, "failed", Integer.toString(moment.error().status()), "lost");
        }
    }

    private void ended(Running exchange, String outcome, String status, String attempt) {
        attempted(exchange, attempt);
        String kind = exchange.kind.name().toLowerCase(Locale.ROOT);
        exchanges.of(kind, exchange.channel, exchange.model, outcome, status).increment();
    }

    /// All that was counted since the start, in the text form of Prometheus.
    ///
    /// @param droppedMoments that listeners missed
    /// @param droppedRecordings bodies and exchanges that could not be stored
    public String text(long droppedMoments, long droppedRecordings) {
        return new PrometheusText()
                .counters("turnpike_exchanges_total", "Requests that ended, by what the client got.", exchanges)
                .gauge("turnpike_exchanges_in_flight", "Requests that run now.", running.size())
                .counters("turnpike_errors_total", "Errors that clients got, by their type.", errors)
                .counters("turnpike_attempts_total", "Calls to upstreams that ended.", attempts)
                .counters("turnpike_tokens_total", "Tokens of answered requests; input leaves out the cache.", tokens)
                .histograms(
                        "turnpike_first_token_seconds",
                        "From the arrival of a request to the first content of its answer.",
                        firstTokens)
                .histograms(
                        "turnpike_exchange_duration_seconds",
                        "From the arrival of a request to the end of its answer.",
                        durations)
                .counter(
                        "turnpike_moments_dropped_total",
                        "What listeners missed because they were behind.",
                        droppedMoments)
                .counter("turnpike_recordings_dropped_total", "What could not be stored.", droppedRecordings)
                .toString();
    }
}
