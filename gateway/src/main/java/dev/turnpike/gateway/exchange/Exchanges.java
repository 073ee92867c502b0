package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.counting.Served;
import dev.turnpike.gateway.counting.TokenCounts;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.Leg;
import dev.turnpike.gateway.routing.Question;
import dev.turnpike.gateway.routing.Refusal;
import dev.turnpike.gateway.routing.Route;
import dev.turnpike.gateway.routing.Routing;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.Upstream;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Runs exchanges: route, translate, send, translate back, write. Each step is announced as a [Moment].
// the module exports this package for its moments; only the gateway itself makes one of these
@SuppressWarnings("exports")
public final class Exchanges {
    private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());

    /// Chooses who serves a request.
    @FunctionalInterface
    public interface Chooser {
        /// The route, or why there is none.
        Routing choose(Question question);
    }

    private static final ApiError OUT_OF_ROOM =
            ApiError.of(529, "the gateway holds as much as its memory allows; try again");

    private final Chooser chooser;
    private final Upstream upstream;
    private final ChannelCalls calls;
    private final Listeners listeners;
    private final Pulse pulse;
    private final BodyWork work =
            new BodyWork(() -> inFlight() > 1, Runtime.getRuntime().maxMemory() / 16);
    private final PromptTokens tokens;
    private final ExchangeIds ids = new ExchangeIds();
    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();

    public Exchanges(
            Chooser chooser,
            Upstream upstream,
            ChannelCalls calls,
            Listeners listeners,
            Pulse pulse,
            TokenCounts counts) {
        this.chooser = chooser;
        this.upstream = upstream;
        this.calls = calls;
        this.listeners = listeners;
        this.pulse = pulse;
        this.tokens = new PromptTokens(counts, work);
    }

    /// Answers one request; returns when the client has the whole answer, or has left.
    public void run(Arrival arrival, ReplySink sink) {
        Exchange exchange = open(arrival, sink);
        try {
            byte[] body = arrival.body();
            RequestHead head = work.look(body.length, () -> MessagesCodec.head(body));
            exchange.understood(head);
            switch (chooser.choose(new Question(head.model(), arrival.pin(), head.webSearch()))) {
                case Route route -> serve(exchange, head, route);
                case Refusal refusal -> refuse(exchange, refusal);
            }
        } catch (MalformedRequest e) {
            exchange.refuse(ApiError.of(400, String.valueOf(e.getMessage())));
        } catch (ClientGone e) {
            exchange.abandon();
        } catch (OutOfMemoryError e) {
            // what this exchange holds is free once it has ended; the others need not end with it
            exchange.refuse(OUT_OF_ROOM, Headers.of("retry-after", "1"));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "exchange " + exchange.id() + " failed", e);
            exchange.refuse(
                    ApiError.of(500, "the gateway failed on this request; its log says more (" + exchange.id() + ")"));
        } finally {
            close(exchange);
        }
    }

    private void refuse(Exchange exchange, Refusal refusal) {
        boolean counts = exchange.arrival().kind() == ExchangeKind.COUNT_TOKENS;
        if (counts && !(refusal instanceof Refusal.NoSuchChannel)) {
            // a count needs no channel, and clients rely on getting one
            byte[] count = CountAttempt.json(
                    tokens.count(Served.NOBODY, exchange.arrival().body()));
            exchange.whole(count, Headers.empty());
            exchange.end(new Outcome.Served(TokenUsage.NONE, ""));
        } else {
            exchange.refuse(ApiError.of(refusal.status(), refusal.message()));
        }
    }

    private void serve(Exchange exchange, RequestHead head, Route route) {
        Iterator<Leg> legs = route.legs().iterator();
        Outcome outcome;
        boolean another;
        do {
            Leg leg = legs.next();
            exchange.routed(leg);
            outcome = attempt(exchange, head, leg);
            another = legs.hasNext() && exchange.mayTryAgainAfter(outcome);
        } while (another);
        exchange.end(outcome);
    }

    private Outcome attempt(Exchange exchange, RequestHead head, Leg leg) {
        return switch (exchange.arrival().kind()) {
            case MESSAGES -> new Attempt(exchange, head, leg, work, tokens).run(upstream, calls);
            case COUNT_TOKENS -> new CountAttempt(exchange, head, leg, work, tokens).run(upstream, calls);
        };
    }

    private Exchange open(Arrival arrival, ReplySink sink) {
        Exchange exchange = new Exchange(arrival, sink, listeners, System::nanoTime);
        running.add(exchange);
        pulse.add(exchange);
        return exchange;
    }

    private void close(Exchange exchange) {
        pulse.remove(exchange);
        running.remove(exchange);
        exchange.close();
    }

    /// Does work on a body of that size where it holds up nobody else.
    public <T> T look(int bytes, Supplier<T> body) {
        return work.look(bytes, body);
    }

    /// An id for a request that came in, be it the beginning of an exchange or not.
    public ExchangeId nextId() {
        return ids.next();
    }

    /// Ends everything that runs.
    public void cancelAll() {
        running.forEach(exchange -> exchange.stop("the gateway is closing"));
    }

    /// How many are running.
    public int inFlight() {
        return running.size();
    }
}
