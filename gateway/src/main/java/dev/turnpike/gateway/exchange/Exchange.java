package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.Leg;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.HeaderPolicy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One call from an agent and all it causes, while it runs.
///
/// The thread of the call does the work; the [Pulse] looks in to see whether the client left, the upstream died, or the
/// client
/// waits for a sign of life.
final class Exchange implements Pulse.Beat {
    private final ExchangeId id;
    private final Arrival arrival;
    private final ReplySink sink;
    private final Listeners listeners;
    private final CommitGate gate;
    private final long arrivedAt = System.nanoTime();

    private volatile Cancellation cancellation = new Cancellation();
    private volatile boolean clientGone;
    private volatile boolean timedOut;
    private volatile @Nullable Timeouts limits;
    private volatile boolean answered;
    private volatile long sentAt;
    private volatile long byteAt;
    private volatile long eventAt;
    private boolean watched;
    private int attempts;
    private @Nullable Leg leg;

    Exchange(ExchangeId id, Arrival arrival, ReplySink sink, Listeners listeners) {
        this.id = id;
        this.arrival = arrival;
        this.sink = sink;
        this.listeners = listeners;
        this.gate = new CommitGate(sink, this::passed);
        announce(new Moment.Arrived(
                id,
                arrivedAt,
                arrival.kind(),
                System.currentTimeMillis(),
                arrival.path(),
                HeaderPolicy.withoutCredentials(arrival.headers()),
                arrival.body()));
    }

    ExchangeId id() {
        return id;
    }

    Arrival arrival() {
        return arrival;
    }

    CommitGate gate() {
        return gate;
    }

    /// The client has left, as far as is known.
    boolean clientGone() {
        return clientGone;
    }

    /// The last attempt ended because the upstream took too long.
    boolean timedOut() {
        return timedOut;
    }

    void announce(Moment moment) {
        listeners.announce(moment);
    }

    private void passed(byte[] bytes) {
        if (listeners.bytesWanted()) {
            announce(new Moment.EventPassed(id, System.nanoTime(), bytes));
        }
    }

    /// Begins an attempt: its limits run from now.
    Cancellation begin(Leg next) {
        leg = next;
        attempts++;
        timedOut = false;
        answered = false;
        sentAt = System.nanoTime();
        cancellation = new Cancellation();
        limits = next.channel().timeouts();
        if (clientGone) {
            cancellation.request("the client left");
        }
        return cancellation;
    }

    int attempts() {
        return attempts;
    }

    /// The upstream sent bytes of a stream; `event` when one of them was more than a sign of life.
    void progressed(boolean event) {
        byteAt = System.nanoTime();
        if (event || !answered) {
            eventAt = byteAt;
        }
        answered = true;
    }

    /// The upstream's part is over, so its limits are too.
    void settle() {
        limits = null;
        cancellation.settle();
    }

    /// The fields of every answer, beside those that the upstream's `relayed` brings.
    Headers fields(Headers relayed) {
        long now = System.nanoTime();
        long own = sentAt == 0 ? now - arrivedAt : sentAt - arrivedAt + (answered ? now - byteAt : 0);
        Headers ours = Headers.of(
                "x-turnpike-attempts", Integer.toString(attempts), "server-timing", "gateway;dur=" + millis(own));
        if (leg != null) {
            ours = ours.with("x-turnpike-channel", leg.channel().id().value())
                    .with("x-turnpike-model", HeaderText.safe(leg.servedModel()));
        }
        return (relayed.contains("request-id") ? relayed : relayed.with("request-id", id.value())).with(ours);
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
        expire(now);
        if (gate.due(now)) {
            // a write may block on a slow client, and the pulse serves everybody
            Thread.ofVirtual().name("keep-alive").start(() -> {
                try {
                    gate.keepAlive(now);
                } catch (ClientGone e) {
                    leave();
                }
            });
        }
    }

    private void leave() {
        clientGone = true;
        cancellation.request("the client left");
    }

    private void expire(long now) {
        Timeouts limit = limits;
        if (limit == null) {
            return;
        }
        if (!answered) {
            expire(now - sentAt, limit.firstByte().toNanos(), "the upstream did not answer within %d s");
        } else {
            expire(now - byteAt, limit.idle().toNanos(), "the upstream fell silent for %d s");
            expire(now - eventAt, limit.firstByte().toNanos(), "the upstream sent nothing but pings for %d s");
        }
    }

    private void expire(long waited, long limit, String sentence) {
        if (waited > limit) {
            timedOut = true;
            cancellation.request(sentence.formatted(TimeUnit.NANOSECONDS.toSeconds(limit)));
        }
    }

    void understood(RequestHead head) {
        announce(new Moment.Understood(id, System.nanoTime(), head.model(), head.stream()));
    }

    void routed(Leg next) {
        announce(new Moment.Routed(
                id,
                System.nanoTime(),
                next.channel().id(),
                next.servedModel(),
                next.reason().sentence()));
    }

    /// Answers in one piece.
    void whole(byte[] json, Headers relayed) {
        gate.whole(fields(relayed), json);
    }

    /// Whether a lost attempt may be followed by another one; announces it if so.
    boolean mayTryAgainAfter(Outcome outcome) {
        if (clientGone || !(outcome instanceof Outcome.Lost lost) || !FailoverRule.mayFollow(lost, gate.committed())) {
            return false;
        }
        gate.reset();
        announce(
                new Moment.Retried(id, System.nanoTime(), attempts, lost.error().message()));
        return true;
    }

    /// Tells the client and the listeners how it ended.
    void end(Outcome outcome) {
        if (clientGone) {
            throw new ClientGone();
        }
        switch (outcome) {
            case Outcome.Served served ->
                announce(new Moment.Finished(id, System.nanoTime(), 200, served.usage(), served.stopReason()));
            case Outcome.Lost lost -> fail(lost.error(), lost.relayed());
        }
    }

    /// Ends with an error that no upstream had a part in.
    void refuse(ApiError error) {
        try {
            fail(error, Headers.empty());
        } catch (ClientGone e) {
            abandon();
        }
    }

    private void fail(ApiError error, Headers relayed) {
        boolean committed = gate.committed();
        gate.fail(fields(relayed), error);
        announce(new Moment.Failed(id, System.nanoTime(), error, committed));
    }

    /// Ends it from outside: the gateway closes.
    void cancel() {
        cancellation.request("the gateway is closing");
    }

    /// Nobody is left to answer to.
    void abandon() {
        cancellation.request("the client left");
        announce(new Moment.Abandoned(id, System.nanoTime()));
    }
}
