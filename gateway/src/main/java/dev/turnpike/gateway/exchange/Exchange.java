package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.Leg;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.HeaderPolicy;
import dev.turnpike.gateway.upstream.UpstreamCall;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One call from an agent and all it causes, while it runs.
///
/// The thread of the call does the work; the [Pulse] looks in to see whether the client left, the upstream died, or the
/// client waits for a sign of life.
final class Exchange implements Pulse.Beat {
    private final Arrival arrival;
    private final ReplySink sink;
    private final Listeners listeners;
    private final LongSupplier clock;
    private final CommitGate gate;
    private final long arrivedAt;

    private volatile @Nullable Patience patience;
    private volatile @Nullable String stopped;
    private volatile boolean clientGone;
    /// More than a comment has left for the client.
    private boolean begun;
    private boolean watched;
    private boolean ended;
    private int attempts;
    private long waitedBefore;
    private @Nullable Leg leg;

    /// @param clock nanoseconds, as `System.nanoTime` counts them
    Exchange(Arrival arrival, ReplySink sink, Listeners listeners, LongSupplier clock) {
        this.arrival = arrival;
        this.sink = sink;
        this.listeners = listeners;
        this.clock = clock;
        this.arrivedAt = clock.getAsLong();
        this.gate = new CommitGate(sink, this::passed, clock);
        announce(new Moment.Arrived(
                arrival.id(),
                arrivedAt,
                arrival.kind(),
                System.currentTimeMillis(),
                arrival.path(),
                HeaderPolicy.withoutCredentials(arrival.headers()),
                arrival.body(),
                arrival.marks()));
    }

    ExchangeId id() {
        return arrival.id();
    }

    Arrival arrival() {
        return arrival;
    }

    CommitGate gate() {
        return gate;
    }

    int attempts() {
        return attempts;
    }

    /// The time, for the moments.
    long now() {
        return clock.getAsLong();
    }

    /// The client has left, as far as is known.
    boolean clientGone() {
        return clientGone;
    }

    /// The last attempt ended because the upstream took too long.
    boolean timedOut() {
        Patience last = patience;
        return last != null && last.expired();
    }

    void announce(Moment moment) {
        listeners.announce(moment);
    }

    private void passed(byte[] bytes) {
        boolean first = !begun && bytes.length > 0 && bytes[0] != ':';
        begun |= first;
        if (first || listeners.bytesWanted()) {
            announce(new Moment.EventPassed(id(), now(), bytes));
        }
    }

    void understood(RequestHead head) {
        announce(new Moment.Understood(id(), now(), head.model(), head.stream()));
    }

    void routed(Leg next) {
        leg = next;
        announce(new Moment.Routed(
                id(),
                now(),
                next.channel().id(),
                next.servedModel(),
                next.reason().sentence()));
    }

    /// Begins an attempt: its limits run from now.
    Cancellation begin(Timeouts limits) {
        Patience last = patience;
        waitedBefore += last == null ? 0 : last.waited(now());
        attempts++;
        Patience next = new Patience(limits, clock);
        patience = next;
        // asked after the new one can be seen, so that whoever stops the exchange in between reaches it too
        String reason = stopped;
        if (reason != null) {
            next.cancellation().request(reason);
        }
        return next.cancellation();
    }

    /// The call of an attempt leaves now.
    void sent(UpstreamCall call, Leg to) {
        announce(new Moment.Sent(
                id(), now(), attempts, call.uri(), call.body(), ChannelCalls.credentials(to.channel(), call)));
    }

    /// The head of the upstream's reply has arrived.
    void answered(int status, Headers headers) {
        heard(true);
        announce(new Moment.Answered(id(), now(), attempts, status, headers));
    }

    /// Bytes of the upstream's reply, which are good until this returns.
    void received(byte[] bytes, int length) {
        if (listeners.bytesWanted() && length > 0) {
            announce(new Moment.Received(id(), now(), attempts, Arrays.copyOf(bytes, length)));
        }
    }

    /// The call waits for more of the upstream's stream.
    void waits() {
        Patience current = patience;
        if (current != null) {
            current.waits();
        }
    }

    /// The upstream sent bytes of a stream; `event` when one of them was more than a sign of life.
    void heard(boolean event) {
        Patience current = patience;
        if (current != null) {
            current.hears(event);
        }
    }

    /// The upstream's part is over, so its limits are too.
    void settle() {
        Patience current = patience;
        if (current != null) {
            current.settle();
        }
    }

    /// The fields of every answer, beside those that the upstream's `relayed` brings.
    Headers fields(Headers relayed) {
        Headers ours = Headers.of(
                "x-turnpike-attempts", Integer.toString(attempts), "server-timing", "gateway;dur=" + millis(own()));
        if (leg != null) {
            ours = ours.with("x-turnpike-channel", leg.channel().id().value())
                    .with("x-turnpike-model", HeaderText.safe(leg.servedModel()));
        }
        return (relayed.contains("request-id") ? relayed : relayed.with("request-id", id().value())).with(ours);
    }

    /// The time that was not spent waiting for an upstream.
    private long own() {
        long now = now();
        Patience current = patience;
        return now - arrivedAt - waitedBefore - (current == null ? 0 : current.waited(now));
    }

    private static String millis(long nanos) {
        return Double.toString(Math.round(nanos / 1_000.0) / 1_000.0);
    }

    @Override
    public void at(long now) {
        if (!watched) {
            watched = true;
            sink.watch(this::leave);
        }
        Patience current = patience;
        if (current != null) {
            current.judge(now);
        }
        if (gate.due(now)) {
            // a write may block on a slow client, and the pulse serves everybody
            Thread.ofVirtual().name("keep-alive").start(() -> keepAlive(now));
        }
    }

    private void keepAlive(long now) {
        try {
            gate.keepAlive(now);
        } catch (ClientGone e) {
            leave();
        }
    }

    private void leave() {
        clientGone = true;
        stop("the client left");
    }

    /// Ends it from outside: no attempt goes on, and none follows.
    void stop(String why) {
        stopped = why;
        Patience current = patience;
        if (current != null) {
            current.cancellation().request(why);
        }
    }

    /// Whether a lost attempt may be followed by another one; announces it if so.
    boolean mayTryAgainAfter(Outcome outcome) {
        if (stopped != null
                || !(outcome instanceof Outcome.Lost lost)
                || !FailoverRule.mayFollow(lost)
                || !gate.reopen()) {
            return false;
        }
        announce(new Moment.Retried(id(), now(), attempts, lost.error().message()));
        return true;
    }

    /// Answers in one piece.
    void whole(byte[] json, Headers relayed) {
        gate.whole(fields(relayed), json);
    }

    /// Tells the client and the listeners how it ended.
    void end(Outcome outcome) {
        switch (outcome) {
            case Outcome.Served served ->
                last(new Moment.Finished(id(), now(), 200, served.usage(), served.stopReason()));
            case Outcome.Lost lost -> {
                if (clientGone) {
                    throw new ClientGone();
                }
                fail(lost.error(), lost.relayed());
            }
        }
    }

    /// Ends with an error that no upstream had a part in.
    void refuse(ApiError error) {
        refuse(error, Headers.empty());
    }

    /// The same, with further fields for an answer that has none yet.
    void refuse(ApiError error, Headers fields) {
        try {
            fail(error, fields);
        } catch (ClientGone e) {
            abandon();
        }
    }

    private void fail(ApiError error, Headers relayed) {
        Headers fields = fields(relayed);
        boolean committed = gate.fail(fields, error);
        String requestId = fields.first("request-id").orElseThrow();
        last(new Moment.Failed(id(), now(), error, committed, requestId));
    }

    /// Nobody is left to answer to.
    void abandon() {
        stop("the client left");
        last(new Moment.Abandoned(id(), now()));
    }

    /// Nothing more happens in it. Listeners hear of one end, whatever went wrong.
    void close() {
        gate.close();
        if (!ended) {
            abandon();
        }
    }

    private void last(Moment moment) {
        if (!ended) {
            ended = true;
            announce(moment);
        }
    }
}
